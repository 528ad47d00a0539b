using System.Globalization;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Api.Resources;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Api;

/// <summary>Changes of articles since a number, for who keeps a copy.</summary>
internal static class ChangesOperation
{
    private const int StandardLength = 100;
    private const int MostLength = 1000;

    /// <summary>The operation.</summary>
    public static readonly ApiOperation Operation = new(
        "listChanges",
        "/api/v1/changes",
        "Changes",
        "What became of public articles, in order.",
        "A mirror begins at 0, asks `next` until `more` is false, and then now and again. For each change it reads the article by its number "
        + "(`/api/v1/articles/NUMBER?by=number`) and keeps it, or drops it where that answers 404 or 410 or the kind is `withdrawn` or `removed`. "
        + "Neighbours, related articles, reprints and stories change with other articles and have no changes of their own.",
        typeof(ChangeList),
        [
            ApiParameter.Number("since", "Changes up to this number are known.", 0, long.MaxValue, 0),
            ApiParameter.Number("limit", "How many at most.", 1, MostLength, StandardLength),
        ]);

    /// <summary>Answers it.</summary>
    public static async Task AnswerAsync(HttpContext http, NewsDbContext db, CurrentSite current)
    {
        var (query, site) = (ApiQuery.Of(http), current.Snapshot);
        var since = query.Number("since", 0);
        var found = await PublicChanges.ReadAsync(db, since, (int)query.Number("limit", StandardLength), http.RequestAborted);
        if (since > found.Newest)
        {
            throw RefusedRequestException.Of("since", string.Create(
                CultureInfo.InvariantCulture, $"The newest change is {found.Newest}: this is not the ledger that the number came from. Begin again at 0."));
        }

        await ApiAnswer.WriteAsync(
            http,
            new ChangeList
            {
                Changes = [.. found.Changes.Select(c => Item(c, site))],
                Sequence = found.Sequence,
                More = found.Sequence < found.Newest,
                Next = ApiAnswer.Next(http, site, query, "since", found.Sequence.ToString(CultureInfo.InvariantCulture))!,
            },
            ApiJson.Web.ChangeList);
    }

    private static ChangeItem Item(PublicChange row, SiteSnapshot site) => new()
    {
        Sequence = row.Change.Sequence,
        Kind = (ChangeItemKind)row.Change.Kind,
        At = ArticleTimes.Moment(row.Change.AtUtc, site.Zone),
        Number = row.Change.ArticleId!.Value,
        Id = row.Id,
        Url = row.Path is { } path ? site.BaseUrl + path : null,
        ContentHash = row.Change.ContentHash,
        Hash = row.Change.Hash,
    };
}
