namespace NewsPortal.Core.Importing.Variants;

/// <summary>
/// Inputs that wait until the others are stored: pages of divided articles, so that they are joined whatever order their
/// names have, and AMP and print versions, so that the article's own page comes before them.
/// </summary>
internal sealed class HeldInputs
{
    private const long MostBytes = 32 * 1024 * 1024;

    private readonly List<Incoming> _held = [];
    private long _bytes;

    /// <summary>True where more would take too much memory: what is held is to be stored.</summary>
    public bool IsFull => _bytes > MostBytes;

    /// <summary>Holds an input back.</summary>
    /// <param name="input">The input.</param>
    /// <returns>False for one that need not wait.</returns>
    public bool Hold(Incoming input)
    {
        if (input.Extraction.Article is not { } article || (article.Page is null && article.Variant == PageVariant.None)) return false;
        _held.Add(input);
        _bytes += input.Length;
        return true;
    }

    /// <summary>Lets them go: first divided articles, page after page, then the other versions, in the order in which they came.</summary>
    /// <returns>The inputs that make one article each.</returns>
    public List<List<Incoming>> Release()
    {
        var articles = new List<List<Incoming>>();
        var byHeadline = new Dictionary<string, List<List<Incoming>>>(StringComparer.Ordinal);
        foreach (var input in _held.Where(i => i.Extraction.Article is { Page: not null, Variant: PageVariant.None }))
        {
            var keys = Keys(input);
            var article = keys.SelectMany(k => byHeadline.GetValueOrDefault(k) ?? []).FirstOrDefault(a => a.TrueForAll(other => Belong(input, other)));
            if (article is null) articles.Add(article = []);
            article.Add(input);
            foreach (var key in keys)
            {
                if (!byHeadline.TryGetValue(key, out var known)) byHeadline[key] = known = [];
                if (!known.Contains(article)) known.Add(article);
            }
        }

        foreach (var article in articles) article.Sort((a, b) => a.Extraction.Article!.Page!.Number.CompareTo(b.Extraction.Article!.Page!.Number));
        articles.AddRange(_held.Where(i => i.Extraction.Article!.Variant != PageVariant.None).Select(i => new List<Incoming> { i }));
        _held.Clear();
        _bytes = 0;
        return articles;
    }

    private static bool Belong(Incoming one, Incoming other) =>
        one.Extraction.Article!.Page!.Number != other.Extraction.Article!.Page!.Number
        && ArticlePages.Belong(one.Extraction.Article, one.Input.File!.RelativePath, other.Extraction.Article, other.Input.File!.RelativePath);

    // What pages of one article have in common at least: to compare each with each would take the square of their number.
    private static List<string> Keys(Incoming input)
    {
        var article = input.Extraction.Article!;
        var keys = new List<string> { "headline " + ArticlePages.WithoutNumber(article.Headline) };
        if (article.Page!.Address is { Path.Length: > 0 } address) keys.Add("address " + address.Path[(address.Path.LastIndexOf('/') + 1)..]);
        return keys;
    }
}
