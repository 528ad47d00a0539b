using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing.Words;

/// <summary>The publisher's own list of words that are not to be printed.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who changes it.</param>
public sealed class WordList(NewsStore store, TimeProvider clock, string actor)
{
    /// <summary>The longest word, wrong or right.</summary>
    public const int LongestWord = 40;

    private const int LongestReason = 200;

    /// <summary>A finder for the list as it is now.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<WordFinder> FinderAsync(NewsDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new WordFinder(await db.WrongWords.AsNoTracking().ToListAsync(cancellationToken));
    }

    /// <summary>Reads lines of a word, a tab and its right form; a second tab and a reason may follow. Empty lines and those that begin with # say nothing.</summary>
    /// <param name="lines">The lines.</param>
    /// <returns>The words, and the numbers of lines that are none: an empty or too long word, or one that is its own right form.</returns>
    public static (IReadOnlyList<WrongWord> Words, IReadOnlyList<int> Refused) Read(string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var words = new List<WrongWord>();
        var refused = new List<int>();
        foreach (var (number, line) in lines.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split('\t', StringSplitOptions.TrimEntries);
            var word = new WrongWord { Wrong = parts[0], Right = parts.ElementAtOrDefault(1) ?? string.Empty, Reason = parts.ElementAtOrDefault(2) is { Length: > 0 } reason ? reason : null };
            if (word.Wrong.Length is 0 or > LongestWord || word.Right.Length > LongestWord || word.Reason?.Length > LongestReason || word.Wrong == word.Right)
            {
                refused.Add(number + 1);
            }
            else
            {
                words.Add(word);
            }
        }

        return (words, refused);
    }

    /// <summary>Puts words on the list; one that stands there gets its new right form.</summary>
    /// <param name="words">The words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many are new or another.</returns>
    public async Task<int> AddAsync(IReadOnlyCollection<WrongWord> words, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(words);
        await using var db = store.CreateContext();
        var known = await db.WrongWords.ToDictionaryAsync(w => w.Wrong, StringComparer.Ordinal, cancellationToken);
        var changed = new List<WrongWord>();
        foreach (var word in words.GroupBy(w => w.Wrong, StringComparer.Ordinal).Select(w => w.Last()))
        {
            if (!known.TryGetValue(word.Wrong, out var there))
            {
                db.WrongWords.Add(new WrongWord { Wrong = word.Wrong, Right = word.Right, Reason = word.Reason });
                changed.Add(word);
            }
            else if (there.Right != word.Right || there.Reason != word.Reason)
            {
                (there.Right, there.Reason) = (word.Right, word.Reason);
                changed.Add(word);
            }
        }

        if (changed.Count > 0)
        {
            await CommitAsync(db, "words.add", changed, cancellationToken);
        }

        return changed.Count;
    }

    /// <summary>Takes a word off the list.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The word; null where it was gone.</returns>
    public async Task<string?> RemoveAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateContext();
        if (await db.WrongWords.FindAsync([id], cancellationToken) is not { } word)
        {
            return null;
        }

        db.WrongWords.Remove(word);
        await CommitAsync(db, "words.remove", [word], cancellationToken);
        return word.Wrong;
    }

    /// <summary>Records that an article was published although words of the list stand in it.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="headline">Its headline.</param>
    /// <param name="hits">The words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RecordOverrideAsync(long articleId, string headline, IEnumerable<WordHit> hits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(hits);
        await using var db = store.CreateContext();
        AuditTrail.Add(db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = "article.overrideWords", ArticleId = articleId, Subject = headline, Reason = string.Join('、', hits.Select(h => h.Wrong).Take(20)) }, []);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task CommitAsync(NewsDbContext db, string act, List<WrongWord> words, CancellationToken cancellationToken)
    {
        AuditTrail.Add(db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = act, Subject = string.Join('、', words.Take(10).Select(w => w.Wrong)), Reason = words.Count > 10 ? $"{words.Count}" : null }, []);
        using var turn = await WriterQueue.TakeAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
