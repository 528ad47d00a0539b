using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Publishing;

/// <summary>Gives public articles other addresses. Every address that one had leads to the newest in one hop, for ever.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it.</param>
public sealed class AddressDesk(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>Moves an article. The day in its address stays: it says when it was published.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="slug">The last part of its new address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new address, root-relative.</returns>
    /// <exception cref="RefusedMoveException">It is not public, or cannot have that address.</exception>
    public async Task<string> MoveAsync(long article, string slug, CancellationToken cancellationToken = default)
    {
        // Spelt as every slug is, or it would be another than the one that was asked for.
        if (slug.Length == 0 || Pinyin.Slug(slug) != slug)
        {
            throw new RefusedMoveException($"'{slug}' is no slug: small letters, digits and single hyphens, at most 60 characters{(Pinyin.Slug(slug) is { Length: > 0 } near ? $", such as {near}" : string.Empty)}.");
        }

        await using var db = store.CreateContext();
        await using var edition = await Edition.BeginAsync(db, clock, actor, cancellationToken);
        var found = await db.Articles.Visible().WithEverything().FirstOrDefaultAsync(a => a.Id == article, cancellationToken)
            ?? throw new RefusedMoveException($"There is no public article {article}.");
        if (found.Slug == slug)
        {
            return found.Path;
        }

        var address = ArticleAddress.Of(found.Day, slug);
        if (await db.Articles.AnyAsync(a => a.Day == found.Day && a.Slug == slug, cancellationToken))
        {
            throw new RefusedMoveException($"{address} is another article's address.");
        }

        var old = await db.OldAddresses.FirstOrDefaultAsync(o => o.Path == address, cancellationToken);
        if (old is not null && old.ArticleId != article)
        {
            throw new RefusedMoveException($"{address} leads to article {old.ArticleId}; links to it are to go on doing so.");
        }

        if (old is not null)
        {
            // Back where it was: an address does not lead to itself.
            db.OldAddresses.Remove(old);
        }

        edition.Move(found, found.Body!, slug);
        await edition.CommitAsync(cancellationToken: cancellationToken);
        return found.Path;
    }
}

/// <summary>An article cannot have the address that was asked for; the message says why.</summary>
/// <param name="message">Why, for the editor.</param>
public sealed class RefusedMoveException(string message) : Exception(message);
