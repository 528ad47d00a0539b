using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Media.Cards;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Serving;

/// <summary>
/// The share cards of articles that have no picture. They are drawn when they are asked for, one at a time, and only the last
/// ones are remembered: few of an archive's articles are ever shared, and a card takes a tenth of a second.
/// </summary>
public sealed class ShareCards : IDisposable
{
    /// <summary>Where they are, root-relative.</summary>
    public const string Folder = "/media/cards";

    private const int MostRemembered = 100;
    private const int MostWaiting = 16;

    private readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = MostRemembered });
    private readonly SemaphoreSlim _brush = new(1, 1);
    private int _waiting;

    /// <summary>An article's card.</summary>
    /// <param name="article">The article, with its section.</param>
    /// <param name="site">The site.</param>
    /// <returns>Null where it has a picture, or a character that cannot be drawn.</returns>
    public static ShareCard? Of(Article article, SiteSnapshot site)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(site);
        var card = new ShareCard(
            article.Headline, site.Settings.Name, article.Section.Name, site.Words.Dates.Day(site.Zone.DayOf(article.PublishedUtc)), site.Settings.Accent);
        return article.LeadPictureId is null && card.CanBeDrawn ? card : null;
    }

    /// <summary>The card's address, root-relative: another headline has another.</summary>
    /// <param name="id">The article's number.</param>
    /// <param name="card">Its card.</param>
    public static string PathOf(long id, ShareCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return string.Create(CultureInfo.InvariantCulture, $"{Folder}/{id}-{card.Hash}.png");
    }

    /// <summary>Draws a card, or remembers it.</summary>
    /// <param name="card">The card.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A PNG; null where too many wait already.</returns>
    public async Task<byte[]?> DrawAsync(ShareCard card, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (_drawn.TryGetValue(card.Hash, out byte[]? known))
        {
            return known;
        }

        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _brush.WaitAsync(cancellationToken);
            try
            {
                if (!_drawn.TryGetValue(card.Hash, out known))
                {
                    known = await Task.Run(() => ShareCardPainter.Draw(card), CancellationToken.None);
                    _drawn.Set(card.Hash, known, new MemoryCacheEntryOptions { Size = 1 });
                }

                return known;
            }
            finally
            {
                _brush.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _drawn.Dispose();
        _brush.Dispose();
    }
}
