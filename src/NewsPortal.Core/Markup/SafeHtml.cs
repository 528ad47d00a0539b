namespace NewsPortal.Core.Markup;

/// <summary>
/// HTML that may be sent to a reader as it stands: made from untrusted text, Markdown or HTML by
/// <see cref="NewsPortal.Core.Markup"/>'s allow-list and by nothing else, which is why it has no public constructor.
/// </summary>
public sealed record SafeHtml
{
    internal SafeHtml(string value) => Value = value;

    /// <summary>No markup at all.</summary>
    public static SafeHtml Empty { get; } = new(string.Empty);

    /// <summary>The markup. Every view but one encodes strings; this is the only type that view writes raw.</summary>
    public string Value { get; }

    /// <summary>
    /// Markup read back from the store, where only <see cref="SafeHtml"/> was ever written. The original is kept beside
    /// it, so that stricter rules can be applied to old articles.
    /// </summary>
    /// <param name="value">The stored markup.</param>
    public static SafeHtml FromStore(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
