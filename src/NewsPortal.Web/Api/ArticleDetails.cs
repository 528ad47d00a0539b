using NewsPortal.Core.Finding;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Api.Resources;
using NewsPortal.Web.Crawlers;
using NewsPortal.Web.Pages.Shared;

namespace NewsPortal.Web.Api;

/// <summary>Makes of an article's page what the API answers about it.</summary>
internal static class ArticleDetails
{
    /// <summary>Makes it.</summary>
    /// <param name="items">The fields that were chosen.</param>
    /// <param name="page">The page.</param>
    /// <param name="text">The article's text.</param>
    public static ArticleDetail Of(ArticleItems items, ArticlePage page, string text)
    {
        var detail = items.Make<ArticleDetail>(page.Article, page.Stored, text);
        detail.Corrections = items.Has(ArticleFields.Corrections)
            ? [.. page.Corrections.Select(c => new CorrectionItem { At = ArticleTimes.Moment(c.AtUtc, page.Site.Zone), Text = c.Text })]
            : null;
        detail.Keywords = items.Has(ArticleFields.Keywords) && page.Keywords.Count > 0 ? page.Keywords : null;
        detail.SameReport = items.Has(ArticleFields.SameReport)
            ? [.. page.Reprints.Select(r =>
            {
                var link = items.Link<ArticleLink>(r);
                link.Source = r.Source?.Name;
                return link;
            })]
            : null;
        detail.Story = items.Has(ArticleFields.Story) && page.Story is { } place ? StoryOf(items, page, place) : null;
        detail.Related = items.Has(ArticleFields.Related) ? [.. page.Related.Select(r => RelatedOf(items, r))] : null;
        detail.Live = items.Has(ArticleFields.Live) && page.Article.LiveFromUtc is { } from ? LiveOf(items, page, from) : null;
        detail.Previous = items.Has(ArticleFields.Previous) && page.Previous is { } previous ? items.Link<ArticleLink>(previous) : null;
        detail.Next = items.Has(ArticleFields.Next) && page.Next is { } next ? items.Link<ArticleLink>(next) : null;
        return detail;
    }

    private static StoryPlaceItem StoryOf(ArticleItems items, ArticlePage page, StoryPlace place)
    {
        var story = NameOperations.StoryOf<StoryPlaceItem>(page.Site, place.Story);
        story.Earlier = place.Earlier is { } earlier ? items.Link<ArticleLink>(earlier) : null;
        story.Later = place.Later is { } later ? items.Link<ArticleLink>(later) : null;
        return story;
    }

    private static LiveItem LiveOf(ArticleItems items, ArticlePage page, DateTime from)
    {
        var (site, article, url) = (page.Site, page.Article, items.Link<ArticleLink>(page.Article).Url);
        return new LiveItem
        {
            State = article.IsLive ? "live" : "ended",
            From = ArticleTimes.Moment(from, site.Zone),
            Ended = article.LiveEndedUtc is { } ended ? ArticleTimes.Moment(ended, site.Zone) : null,
            Updates =
            [
                .. page.Updates.Select(u => new LiveUpdateItem
                {
                    Id = u.Id,
                    Url = $"{url}#{u.Anchor()}",
                    Time = ArticleTimes.Moment(u.AtUtc, site.Zone),
                    Changed = u.ChangedUtc is { } changed ? ArticleTimes.Moment(changed, site.Zone) : null,
                    Headline = u.Headline.Length > 0 ? u.Headline : null,
                    Text = u.Text,
                    Html = AbsoluteLinks.In(SafeHtml.FromStore(u.Html), site.BaseUrl),
                    Key = u.IsKey,
                }),
            ],
        };
    }

    private static RelatedItem RelatedOf(ArticleItems items, RelatedLink related)
    {
        var link = items.Link<RelatedItem>(related.Article);
        (link.Score, link.Pinned) = (related.Score, related.IsPinned);
        link.Reasons = related.Reasons.Split(SharedWords.Separator, StringSplitOptions.RemoveEmptyEntries);
        return link;
    }
}
