using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>Remembers how articles open, while one after another is compared with its neighbours.</summary>
public sealed class OpeningCache
{
    // Reasons are sought where a reader looks first.
    private const int OpeningLength = 800;

    // Bounded: an import of a hundred thousand walks through here. Some 5 KB each.
    private const int Most = 8192;

    private readonly Dictionary<long, Opening> _openings = [];

    /// <summary>How an article opens.</summary>
    /// <param name="db">The store.</param>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<Opening> GetAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        if (!_openings.TryGetValue(id, out var opening))
        {
            // One query for the row and its tags would join a subquery, which SQLite computes over the whole archive first.
            var article = await db.Articles.AsNoTracking().AsSplitQuery().Where(a => a.Id == id)
                .Select(a => new { a.Headline, a.ReportId, Text = a.Body!.Text.Substring(0, OpeningLength), Tags = a.Tags.OrderBy(t => t.Position).Select(t => t.Tag.Name).ToList() })
                .SingleAsync(cancellationToken);
            opening = new Opening(
                new OpeningText(article.Headline, article.Text, article.Tags), Folding.ForComparison(article.Headline), $"#{article.ReportId}");
            if (_openings.Count >= Most)
            {
                _openings.Clear();
            }

            _openings[id] = opening;
        }

        return opening;
    }

    /// <summary>Forgets an article, because its group of reprints changed.</summary>
    /// <param name="id">The article.</param>
    internal void Remove(long id) => _openings.Remove(id);
}

/// <summary>How an article opens, and what it must not be repeated by.</summary>
/// <param name="Text">Headline, beginning, tags.</param>
/// <param name="HeadlineKey">The headline, folded for comparison.</param>
/// <param name="ReportKey">Its group of reprints.</param>
internal sealed record Opening(OpeningText Text, string HeadlineKey, string ReportKey);
