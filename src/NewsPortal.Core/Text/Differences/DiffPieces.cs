namespace NewsPortal.Core.Text.Differences;

/// <summary>Cuts a text into what is compared: lines first, then Han characters, whole words, numbers and signs within lines.</summary>
internal static class DiffPieces
{
    /// <summary>Lines, each with its end.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from) + 1;
            end = end == 0 ? text.Length : end;
            lines.Add(text[from..end]);
            from = end;
        }

        return lines;
    }

    /// <summary>Han characters one by one, for Chinese has no blanks; words and numbers whole; signs and blanks one by one.</summary>
    public static IReadOnlyList<string> Characters(string text)
    {
        var pieces = new List<string>(text.Length);
        for (var from = 0; from < text.Length;)
        {
            var kind = CharacterKinds.At(text, from, out var size);
            var end = from + size;
            while (end < text.Length && CharacterKinds.At(text, end, out size) is var next && (next == CharacterKind.Mark || (kind == CharacterKind.Word && next == CharacterKind.Word)))
            {
                end += size;
            }

            pieces.Add(text[from..end]);
            from = end;
        }

        return pieces;
    }
}
