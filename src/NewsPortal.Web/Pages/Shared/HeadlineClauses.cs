namespace NewsPortal.Web.Pages.Shared;

/// <summary>The clauses of a Chinese headline, which a blank parts: a line should break there before it breaks inside one.</summary>
public static class HeadlineClauses
{
    // Below this a clause is a word or two, and keeping it whole only makes ragged lines.
    private const int Shortest = 4;

    /// <summary>Parts a headline at blanks between characters outside ASCII. English keeps its blanks.</summary>
    /// <param name="headline">The headline.</param>
    /// <returns>The clauses; joined by one blank each they are the headline again.</returns>
    public static IReadOnlyList<string> Of(string headline)
    {
        ArgumentNullException.ThrowIfNull(headline);
        var clauses = new List<string>();
        var from = 0;
        for (var i = 1; i < headline.Length - 1; i++)
        {
            if (headline[i] == ' ' && headline[i - 1] > '\u00ff' && headline[i + 1] > '\u00ff'
                && i - from >= Shortest && headline.Length - i - 1 >= Shortest)
            {
                clauses.Add(headline[from..i]);
                from = i + 1;
            }
        }

        clauses.Add(headline[from..]);
        return clauses;
    }
}
