using System.Text;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;

namespace NewsPortal.Core.Importing.DryRuns;

/// <summary>
/// What a dry run would have stored so far. A later input of the same run is told as what it would become then: an AMP
/// version of a page that came before it is nothing new, a second version of an article revises it.
/// </summary>
/// <remarks>Texts lie in a file that goes with the run, so that memory holds some hundred bytes of an article.</remarks>
internal sealed class ForetoldArticles : IDisposable
{
    private readonly Dictionary<string, ForetoldArticle> _byExternalId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ForetoldArticle> _byHash = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ForetoldArticle> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ForetoldArticle> _byArticleId = [];
    private readonly Dictionary<string, List<ForetoldArticle>> _byPrint = new(StringComparer.Ordinal);
    private readonly FileStream _texts = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);

    /// <summary>Finds the article that an input would revise, by the rules of <see cref="ArticleIdentity"/>.</summary>
    /// <param name="extracted">What the input became.</param>
    /// <param name="hash">SHA-256 of its bytes.</param>
    /// <param name="path">Its path below the imported root.</param>
    public ForetoldArticle? Find(ExtractedArticle extracted, string hash, string path)
    {
        if (extracted.ExternalId is { } id && Current(_byExternalId, id) is { } byId) return byId;
        if (Current(_byHash, hash) is { ExternalId: null } byBytes) return byBytes;
        return Current(_byPath, path) is { ExternalId: null } atPath && (ArticleIdentity.HasHeadline(extracted, atPath.Headline) || ArticleIdentity.IsLike(extracted, TextOf(atPath))) ? atPath : null;
    }

    /// <summary>A stored article as an earlier input would have left it; null where none changed it.</summary>
    /// <param name="articleId">Its number.</param>
    public ForetoldArticle? Of(long articleId) => _byArticleId.GetValueOrDefault(articleId);

    /// <summary>Articles that would be new and have one of these, the last first.</summary>
    /// <param name="path">A path below the imported root.</param>
    /// <param name="headlines">Headlines.</param>
    /// <param name="originalUrl">An address elsewhere.</param>
    public IEnumerable<ForetoldArticle> With(string path, IEnumerable<string> headlines, string? originalUrl) =>
        Prints(path, headlines, originalUrl).SelectMany(print => _byPrint.GetValueOrDefault(print) ?? [])
            .Where(a => a is { IsOutdated: false, ExternalId: null }).Distinct().OrderByDescending(a => a.Text.Start);

    /// <summary>The text that an article would have.</summary>
    /// <param name="article">The article.</param>
    public string TextOf(ForetoldArticle article)
    {
        var bytes = new byte[article.Text.Length];
        _texts.Position = article.Text.Start;
        _texts.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Notes what an input would have made of an article.</summary>
    /// <param name="article">The article, filled.</param>
    /// <param name="body">Its body.</param>
    /// <param name="isDraft">True where it would not be public.</param>
    /// <param name="earlier">The article as it was foretold before this input.</param>
    public void Note(Article article, ArticleBody body, bool isDraft, ForetoldArticle? earlier)
    {
        if (earlier is not null) earlier.IsOutdated = true;
        var text = Encoding.UTF8.GetBytes(body.Text);
        var start = _texts.Seek(0, SeekOrigin.End);
        _texts.Write(text);
        var noted = new ForetoldArticle(
            article.Id == 0 ? null : article.Id, article.ExternalId, article.OriginalHash!, article.ImportPath!, article.Headline, article.OriginalUrl,
            ContentHash.Of(article, body), isDraft, article.PublishedUtc, article.PublishedDateOnly, article.PublishedAutomatic, (start, text.Length));
        if (noted.ExternalId is { } id) _byExternalId[id] = noted;
        if (noted.ArticleId is { } number) _byArticleId[number] = noted;
        _byHash[noted.OriginalHash] = noted;
        _byPath[noted.ImportPath] = noted;
        foreach (var print in Prints(noted.ImportPath, [noted.Headline], noted.OriginalUrl))
        {
            if (!_byPrint.TryGetValue(print, out var same)) _byPrint[print] = same = [];
            same.Add(noted);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _texts.Dispose();

    private static ForetoldArticle? Current(Dictionary<string, ForetoldArticle> of, string key) => of.GetValueOrDefault(key) is { IsOutdated: false } found ? found : null;

    private static IEnumerable<string> Prints(string path, IEnumerable<string> headlines, string? originalUrl)
    {
        yield return "path " + path;
        foreach (var headline in headlines) yield return "headline " + headline;
        if (originalUrl is not null) yield return "address " + originalUrl;
    }
}
