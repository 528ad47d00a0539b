namespace NewsPortal.Web.Wording;

/// <summary>A piece of a sentence that has links in it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Path">Where they lead; null where they are plain.</param>
public sealed record PhrasePart(string Text, string? Path = null)
{
    /// <summary>Plain words.</summary>
    /// <param name="text">The words.</param>
    public static implicit operator PhrasePart(string text) => new(text);
}
