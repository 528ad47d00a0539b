using NewsPortal.Core.Markup;
using NewsPortal.Core.Text.Differences;

namespace NewsPortal.Core.Publishing;

/// <summary>Two people's edits of one article made one, where they do not touch the same thing.</summary>
/// <param name="Merged">Both edits; where they meet, the own one.</param>
/// <param name="Conflicts">The fields, as in JSON, that both changed to something else: an editor must look at them.</param>
public sealed record EditMerge(ArticleEdit Merged, IReadOnlyList<string> Conflicts)
{
    /// <summary>Merges an edit that was refused with what was saved meanwhile.</summary>
    /// <param name="began">What both began from.</param>
    /// <param name="stored">What is stored now.</param>
    /// <param name="own">What was refused; its text is HTML, as those of the others are.</param>
    public static EditMerge Of(ArticleEdit began, ArticleEdit stored, ArticleEdit own)
    {
        ArgumentNullException.ThrowIfNull(began);
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(own);
        var conflicts = new List<string>();
        var merged = own with
        {
            Headline = One("headline", e => e.Headline),
            Kicker = One("kicker", e => e.Kicker),
            Subheadline = One("subheadline", e => e.Subheadline),
            Summary = One("summary", e => e.Summary),
            Section = One("section", e => e.Section),
            Source = One("source", e => e.Source),
            Byline = One("byline", e => e.Byline),
            Authors = List("authors", e => e.Authors),
            Editor = One("editor", e => e.Editor),
            Dateline = One("dateline", e => e.Dateline),
            Tags = List("tags", e => e.Tags) ?? [],
            PublishedUtc = One("published", e => e.PublishedUtc),
            PublishedDateOnly = One("published", e => e.PublishedDateOnly),
            EmbargoUtc = One("embargo", e => e.EmbargoUtc),
            Language = One("language", e => e.Language),
            PictureCredit = One("pictureCredit", e => e.PictureCredit),
            OriginalUrl = One("canonicalUrl", e => e.OriginalUrl),
            OriginalSiteName = One("siteName", e => e.OriginalSiteName),
            Cover = One("cover", e => e.Cover),
            Body = Text(began.Body, stored.Body, own.Body),
        };
        return new EditMerge(merged, [.. conflicts.Distinct()]);

        T One<T>(string field, Func<ArticleEdit, T> value) => Three(field, value(began), value(stored), value(own), EqualityComparer<T>.Default.Equals);

        IReadOnlyList<string>? List(string field, Func<ArticleEdit, IReadOnlyList<string>?> value) =>
            Three(field, value(began), value(stored), value(own), (one, other) => one is null || other is null ? one == other : one.SequenceEqual(other));

        T Three<T>(string field, T was, T theirs, T mine, Func<T, T, bool> same)
        {
            if (same(mine, was))
            {
                return theirs;
            }

            if (!same(theirs, was) && !same(theirs, mine))
            {
                conflicts.Add(field);
            }

            return mine;
        }

        string Text(string was, string theirs, string mine)
        {
            if (mine == was || theirs == was || theirs == mine)
            {
                return mine == was ? theirs : mine;
            }

            var merge = own.Format == BodyFormat.Html ? BlockMerge.Of(Blocks(was), Blocks(theirs), Blocks(mine)) : null;
            if (merge is null)
            {
                conflicts.Add("body");
            }

            return merge is null ? mine : string.Concat(merge);
        }
    }

    // Paragraph by paragraph: what two people write in one of them no program can make one.
    private static List<string> Blocks(string html)
    {
        using var document = UntrustedHtml.Parse(html);
        return [.. document.Body!.ChildNodes.Select(node => node is AngleSharp.Dom.IElement element ? element.OuterHtml : SafeText.Encode(node.TextContent).Value).Where(block => !string.IsNullOrWhiteSpace(block))];
    }
}
