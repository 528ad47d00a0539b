using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>
/// A headline whose clauses keep together: a blank parts the clauses of a Chinese headline, and a line should break there
/// before it breaks inside one. The text itself is left as it is, to the last blank.
/// </summary>
/// <param name="text">The headline.</param>
public sealed class Headline(string text) : IHtmlContent
{
    // Below this a clause is a word or two, and keeping it whole only makes ragged lines.
    private const int Shortest = 4;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        var clauses = ClausesOf(text);
        if (clauses.Count == 1)
        {
            encoder.Encode(writer, text);
            return;
        }

        for (var i = 0; i < clauses.Count; i++)
        {
            writer.Write(i == 0 ? "<span class=\"clause\">" : " <span class=\"clause\">");
            encoder.Encode(writer, clauses[i]);
            writer.Write("</span>");
        }
    }

    /// <summary>Parts a headline at blanks between characters outside Latin. English keeps its blanks.</summary>
    /// <param name="headline">The headline.</param>
    /// <returns>The clauses; joined by one blank each they are the headline again.</returns>
    public static IReadOnlyList<string> ClausesOf(string headline)
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
