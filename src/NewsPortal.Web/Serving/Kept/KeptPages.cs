using System.Buffers;
using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Serving.Kept;

/// <summary>
/// The reader's path: pages that stand ready in memory, and article pages whose runs are kept in the store. Whatever else is
/// asked (and all that takes rendering, thinking or refusing) goes on to the rest of the program.
/// </summary>
/// <param name="site">The site.</param>
/// <param name="cache">Answers in memory.</param>
/// <param name="lookup">Runs in the store.</param>
/// <param name="shared">What all article pages end with.</param>
/// <param name="push">Says whether a CDN is told of changes.</param>
internal sealed class KeptPages(CurrentSite site, PageCache cache, ArticleLookup lookup, SharedRunSource shared, PushOptions push)
{
    private static readonly SearchValues<char> SlugCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private long _fromMemory;
    private long _fromStore;
    private long _made;

    /// <summary>Answers sent as they stood in memory, since the start.</summary>
    public long FromMemory => Interlocked.Read(ref _fromMemory);

    /// <summary>Answers joined from kept runs, since the start.</summary>
    public long FromStore => Interlocked.Read(ref _fromStore);

    /// <summary>Pages of lists, search and feeds made anew, since the start.</summary>
    public long Made => Interlocked.Read(ref _made);

    /// <summary>Counts one more of these.</summary>
    public void CountMade() => Interlocked.Increment(ref _made);

    /// <summary>The answer to a request that may be answered without asking anybody else.</summary>
    /// <param name="features">The exchange.</param>
    public ReadyAnswer? Find(IFeatureCollection features)
    {
        if (!cache.IsOn || features.Get<IHttpRequestFeature>() is not { } request || !IsPlainRead(request) || !site.IsInTouch)
        {
            return null;
        }

        // A site with an address of its own leads other hosts to it.
        if (site.Authority is { } own && !string.Equals(request.Headers.Host, own, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var snapshot = site.Snapshot;
        if (cache.Find(request.RawTarget, snapshot) is { } ready)
        {
            if (ready.IsRationed)
            {
                return null;
            }

            Interlocked.Increment(ref _fromMemory);
            return ready;
        }

        return FromRuns(request.RawTarget, snapshot);
    }

    /// <summary>An article's page, ready to be sent.</summary>
    /// <param name="article">The article.</param>
    /// <param name="own">Its run.</param>
    /// <param name="tail">What all of them end with.</param>
    /// <param name="snapshot">The site when the run was found.</param>
    public ReadyAnswer PageOf(FoundArticle article, Run own, Run tail, SiteSnapshot snapshot) => new(
        snapshot, "text/html; charset=utf-8", own.Hash + tail.Hash, article.ModifiedUtc, GzipJoin.Join(own, tail),
        push.Cdn is { } cdn ? EdgeHeaders.Of(cdn.Kind, SurrogateKeys.Article(article.Id), SurrogateKeys.Shared) : [])
    {
        Article = article.Id,
    };

    // The store is asked only where it is a file of this machine: another machine's answer is waited for elsewhere.
    private ReadyAnswer? FromRuns(string target, SiteSnapshot snapshot)
    {
        if (!lookup.IsLocal || !TryReadArticle(target, out var day, out var slug) || shared.Find(snapshot) is not { } tail)
        {
            return null;
        }

        try
        {
            if (lookup.Find(day, slug) is not { Status: ArticleStatus.Published, Run: { } own } article || article.Fingerprint != site.Fingerprint)
            {
                return null;
            }

            var ready = PageOf(article, own, tail, snapshot);
            cache.Offer(target, ready);
            Interlocked.Increment(ref _fromStore);
            return ready;
        }
        catch (DbException)
        {
            // Asked again and told of where the rest of the program meets it.
            return null;
        }
    }

    private static bool IsPlainRead(IHttpRequestFeature request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Headers.ContentLength is null && request.Headers.TransferEncoding.Count == 0 && request.Headers.Upgrade.Count == 0;

    // /2023/07/07/slug as it is written; every other spelling is led there by the rest of the program.
    private static bool TryReadArticle(string target, out int day, out ReadOnlySpan<char> slug)
    {
        const int before = 12;
        day = 0;
        slug = default;
        if (target.Length <= before || target[0] != '/' || target[5] != '/' || target[8] != '/' || target[11] != '/')
        {
            return false;
        }

        slug = target.AsSpan(before);
        if (slug.ContainsAnyExcept(SlugCharacters)
            || !int.TryParse(target.AsSpan(1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(target.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !int.TryParse(target.AsSpan(9, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var dayOfMonth))
        {
            return false;
        }

        day = (year * 10000) + (month * 100) + dayOfMonth;
        return true;
    }
}
