namespace NewsPortal.Core.Text;

/// <summary>Cuts text between characters.</summary>
public static class Characters
{
    /// <summary>The beginning of a text, never ending in half a surrogate pair.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many UTF-16 units at most.</param>
    public static string Cut(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
