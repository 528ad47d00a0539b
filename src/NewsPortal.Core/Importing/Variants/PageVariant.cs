namespace NewsPortal.Core.Importing.Variants;

/// <summary>Which form of an article's page a file is.</summary>
internal enum PageVariant
{
    /// <summary>The page that readers get.</summary>
    None,

    /// <summary>The AMP version: <c>html amp</c> or <c>html ⚡</c> (amp.dev, "AMP HTML specification", required markup).</summary>
    Amp,

    /// <summary>The version to be printed.</summary>
    Print,
}
