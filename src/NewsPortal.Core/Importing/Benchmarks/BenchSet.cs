namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>Adds up the scores of one set of pages.</summary>
/// <param name="name">The folder's name.</param>
internal sealed class BenchSet(string name)
{
    private readonly List<BodyScore> bodies = [];
    private readonly List<BodyScore> bare = [];
    private readonly Dictionary<string, (int Right, int All)> shares = [];
    private readonly Dictionary<string, (int Shared, int Found, int Wanted)> lists = [];
    private readonly List<double> milliseconds = [];
    private (double Milliseconds, string Page) slowest;

    /// <summary>Scores one page.</summary>
    /// <param name="article">What became of it; null where it was rejected.</param>
    /// <param name="truth">What is known of it.</param>
    /// <param name="page">The page's id.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Add(ExtractedArticle? article, BenchTruth truth, string page, TimeSpan elapsed)
    {
        Count(page, elapsed);
        AddBody(article, truth);
        Share("title", truth.Title, article?.Headline);
        Share("source", truth.Source, article?.Source);
        Share("site", truth.Site, article?.SiteName);
        Share("byline", truth.Byline, article?.Byline);
        Share("lang", truth.Language?.Split('-')[0].ToLowerInvariant(), article?.Language.Split('-')[0].ToLowerInvariant());
        AddTimes(article, truth.Times());
        List("authors", truth, article?.Authors);
        List("tags", truth, article?.Tags);
        List("captions", truth, article?.Captions);
        List("headings", truth, article?.Headings);
    }

    /// <summary>Counts a page that is scored elsewhere.</summary>
    /// <param name="page">The page's id.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Count(string page, TimeSpan elapsed)
    {
        milliseconds.Add(elapsed.TotalMilliseconds);
        if (elapsed.TotalMilliseconds > slowest.Milliseconds)
        {
            slowest = (elapsed.TotalMilliseconds, page);
        }
    }

    /// <summary>Counts one yes or no.</summary>
    public void Share(string field, bool right)
    {
        var (yes, all) = shares.GetValueOrDefault(field);
        shares[field] = (yes + (right ? 1 : 0), all + 1);
    }

    /// <summary>The figures, one line.</summary>
    public override string ToString()
    {
        var parts = new List<string> { $"{name,-10} n={milliseconds.Count,-4}" };
        if (bodies.Count > 0)
        {
            parts.Add($"body F1 {F1:0.0000} P {Mean(b => b.Precision):0.000} R {Mean(b => b.Recall):0.000} exact {Part(b => b.Exact):0.000} within {Part(b => b.Within):0.000} (without our captions F1 {F1Of(bare):0.0000} exact {(double)bare.Count(b => b.Exact) / bare.Count:0.000})");
        }

        parts.AddRange(shares.Select(s => $"{s.Key} {(double)s.Value.Right / s.Value.All:0.000} ({s.Value.Right}/{s.Value.All})"));
        parts.AddRange(lists.Select(l => $"{l.Key} F1 {F1Of(l.Value):0.000}"));
        milliseconds.Sort();
        parts.Add($"median {milliseconds[milliseconds.Count / 2]:0.0} ms max {milliseconds[^1]:0} ms ({slowest.Page})");
        return string.Join(" | ", parts);
    }

    /// <summary>F1 of the bodies: from the mean precision and the mean recall.</summary>
    public double F1 => F1Of(bodies);

    /// <summary>The share of right answers for a field; 0 where it was never scored.</summary>
    public double ShareOf(string field) => shares.TryGetValue(field, out var s) ? (double)s.Right / s.All : 0;

    /// <summary>Micro F1 of a list; 0 where it was never scored.</summary>
    public double ListOf(string field) => lists.TryGetValue(field, out var l) ? F1Of(l) : 0;

    private static double F1Of(List<BodyScore> scores)
    {
        var p = scores.Select(b => b.Precision).OfType<double>().DefaultIfEmpty().Average();
        var r = scores.Select(b => b.Recall).OfType<double>().DefaultIfEmpty().Average();
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    private static double F1Of((int Shared, int Found, int Wanted) list) =>
        list.Found + list.Wanted == 0 ? 0 : 2.0 * list.Shared / (list.Found + list.Wanted);

    private double Mean(Func<BodyScore, double?> figure) => bodies.Select(figure).OfType<double>().DefaultIfEmpty().Average();

    private double Part(Func<BodyScore, bool> test) => (double)bodies.Count(test) / bodies.Count;

    private void AddBody(ExtractedArticle? article, BenchTruth truth)
    {
        if (truth.Body is not { } body)
        {
            return;
        }

        Func<string, List<string>> tokens = name == "aeb" ? BenchTokens.Words : BenchTokens.Mixed;
        var wanted = tokens(body);
        bodies.Add(BodyScore.Of(tokens(WithoutCaptions(article?.Text ?? string.Empty, truth)), wanted));
        var captions = (article?.Captions ?? []).Select(BenchTokens.Letters).ToHashSet(StringComparer.Ordinal);
        bare.Add(BodyScore.Of(tokens(string.Join('\n', (article?.Text ?? string.Empty).Split('\n').Where(line => !captions.Contains(BenchTokens.Letters(line))))), wanted));
    }

    // In captures a caption may stand inside or outside the body.
    private string WithoutCaptions(string text, BenchTruth truth)
    {
        if (name != "capture")
        {
            return text;
        }

        var captions = truth.Names("captions").Select(BenchTokens.Letters).ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', text.Split('\n').Where(line => !captions.Contains(BenchTokens.Letters(line))));
    }

    private void Share(string field, string? wanted, string? found)
    {
        if (wanted is not null)
        {
            Share(field, BenchTokens.Tight(wanted) == BenchTokens.Tight(found));
        }
    }

    private void AddTimes(ExtractedArticle? article, IReadOnlyList<BenchTime> times)
    {
        if (times.Count == 0)
        {
            return;
        }

        var published = article?.Published;
        Share("day", published is not null && times.Any(t => t.SameDay(published)));
        if (times[0].HasMinutes)
        {
            Share("minute", published is not null && times.Any(t => t.HasMinutes && t.SameMinute(published)));
        }
    }

    private void List(string field, BenchTruth truth, IEnumerable<string>? found)
    {
        var wanted = truth.Names(field).Select(BenchTokens.Letters).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return;
        }

        var names = (found ?? []).Select(BenchTokens.Letters).ToHashSet(StringComparer.Ordinal);
        var (shared, all, known) = lists.GetValueOrDefault(field);
        lists[field] = (shared + names.Count(wanted.Contains), all + names.Count, known + wanted.Count);
    }
}
