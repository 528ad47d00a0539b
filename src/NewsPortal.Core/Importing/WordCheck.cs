using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing.Words;

namespace NewsPortal.Core.Importing;

/// <summary>
/// The publisher's list, asked before something becomes public that no editor looks at. The rule is the newsroom's: an
/// article in which words of the list stand does not go out, unless whoever sends it says that it shall all the same.
/// </summary>
/// <param name="Words">The list.</param>
/// <param name="IsOverridden">It shall go out all the same; whoever asks puts that on record.</param>
public sealed record WordCheck(WordFinder Words, bool IsOverridden)
{
    /// <summary>The words of the list in what an import would write.</summary>
    /// <param name="extracted">What was read.</param>
    /// <param name="body">The stored body: what a person edited stays as it is, whatever the file says.</param>
    internal IReadOnlyList<WordHit> Hits(ExtractedArticle extracted, ArticleBody body)
    {
        if (Words.IsEmpty)
        {
            return [];
        }

        var origins = body.Origins;
        return Words.Hits(
        [
            Taken("headline", extracted.Headline), Taken("kicker", extracted.Kicker), Taken("subheadline", extracted.Subheadline),
            Taken("summary", extracted.Summary), Taken("body", extracted.Text),
        ]);

        string? Taken(string field, string? value) => origins.IsEdited(field) ? null : value;
    }

    /// <summary>Why it does not go out, and what to do.</summary>
    /// <param name="hits">The words that stand in it.</param>
    internal static string Refusal(IEnumerable<WordHit> hits) =>
        $"words of the publisher's list stand in it ({string.Join(", ", hits.Take(20).Select(h => h.Right.Length > 0 ? $"{h.Wrong} → {h.Right}" : h.Wrong))}): put them right, send it as a draft, or send it with overrideWords=true, which is kept on record";
}
