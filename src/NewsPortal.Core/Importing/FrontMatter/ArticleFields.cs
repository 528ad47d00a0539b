using System.Net;
using System.Text.RegularExpressions;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.StatedTimes;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>
/// Puts the keys of a front matter or of a JSON Lines row into an article. What a person wrote there outranks whatever the
/// text below seems to say; of a key that stands twice the first holds.
/// </summary>
internal sealed partial class ArticleFields(ExtractedArticle article, ExtractionOptions options, string where)
{
    /// <summary>Characters of a headline; the store holds no more.</summary>
    public const int LongestHeadline = 400;

    private const int LongestTag = 50;
    private const int MostTags = 50;

    private readonly HashSet<ArticleField> set = [];

    /// <summary>Takes over every entry.</summary>
    /// <exception cref="RejectedInputException">A value cannot be stored; the message names line and key.</exception>
    public void Apply(IEnumerable<FrontMatterEntry> entries) => Apply(
        entries.Select(entry => (Field: FieldNames.Of(entry.Key), Entry: entry)).Where(pair => pair.Field is not null).Select(pair => (pair.Field!.Value, pair.Entry)));

    /// <summary>Takes over entries whose keys are another program's.</summary>
    /// <exception cref="RejectedInputException">A value cannot be stored; the message names line and key.</exception>
    public void Apply(IEnumerable<(ArticleField Field, FrontMatterEntry Entry)> entries)
    {
        foreach (var (field, entry) in entries)
        {
            if (entry.Problem is not null) Warn(entry, entry.Problem);
            if (entry.First is null || set.Contains(field)) continue;
            if (Set(field, entry)) set.Add(field);
        }
    }

    private bool Set(ArticleField field, FrontMatterEntry entry) => field switch
    {
        ArticleField.ExternalId => Single(entry, "id", 200, value => article.ExternalId = value),
        ArticleField.Headline => Headline(entry),
        ArticleField.Kicker => Single(entry, "kicker", LongestHeadline, value => article.Kicker = value),
        ArticleField.Subheadline => Single(entry, "subheadline", LongestHeadline, value => article.Subheadline = value),
        ArticleField.Summary => Single(entry, "summary", 2000, value => article.Summary = value),
        ArticleField.Published => Published(entry),
        ArticleField.Revised => Time(entry, "revised", time => article.Revised = time),
        ArticleField.Embargo => Time(entry, "embargo", time => article.Embargo = time),
        ArticleField.Source => Single(entry, "source", 200, value => article.Source = value),
        ArticleField.Byline => Byline(entry),
        ArticleField.Editor => Single(entry, "editor", 100, value => article.Editor = value),
        ArticleField.Section => Single(entry, "section", 100, value => article.Section = value),
        ArticleField.Tags => Tags(entry),
        ArticleField.Cover => Cover(entry),
        ArticleField.Slug => Single(entry, "slug", 200, value => article.Slug = value),
        ArticleField.Aliases => Aliases(entry, entry.Values),
        ArticleField.Address => Address(entry),
        ArticleField.CanonicalUrl => Canonical(entry),
        ArticleField.SiteName => Single(entry, "siteName", 200, value => article.SiteName = value),
        ArticleField.Draft => Draft(entry),
        ArticleField.Status => Status(entry),
        ArticleField.Language => Language(entry),
        ArticleField.Dateline => Single(entry, "dateline", 200, value => article.Dateline = value),
        ArticleField.Writers => Writers(entry),
        ArticleField.PictureCredit => Single(entry, "pictureCredit", 200, value => article.PictureCredit = value),
        ArticleField.PictureCaptions => PictureNotes(entry, pictureCaptions),
        ArticleField.PictureCredits => PictureNotes(entry, pictureCredits),
        ArticleField.Automatic => Automatic(entry),
        ArticleField.WithdrawnReason => WithdrawnReason(entry),
        ArticleField.LiveFrom => Live(entry, time => article.LiveFrom = time),
        ArticleField.LiveEnded => Live(entry, time => article.LiveEnded = time),
        ArticleField.LiveUpdates => LiveUpdates(entry),
        ArticleField.FixedPage => FixedPage(entry),
        _ => false,
    };

    private bool Single(FrontMatterEntry entry, string name, int longest, Action<string> store)
    {
        var value = Clean(entry.First!);
        if (value.Length == 0) return false;
        if (value.Length > longest)
            throw new RejectedInputException($"{entry.Key} has {value.Length:N0} characters, at most {longest:N0} are stored", entry.Line);
        if (entry.Values.Count > 1) Warn(entry, "is a list where one value is expected; the first is taken");
        store(value);
        Note(entry, name);
        return true;
    }

    // Titles that went through a web form come as A&amp;B. A lone surrogate or a control character must not become a headline that feeds cannot hold.
    private static string Clean(string value) =>
        string.Join(' ', SafeText.WithoutForbidden(Entities().Replace(value, match => WebUtility.HtmlDecode(match.Value).Replace('\u00A0', ' '))).Split([' ', '\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));

    private bool Headline(FrontMatterEntry entry) => Single(entry, "headline", LongestHeadline, value => article.Headline = value);

    private bool Published(FrontMatterEntry entry)
    {
        // Jekyll's "published: false" is not a date.
        if (Truth(entry.First!) is not { } shown) return Time(entry, "published", time => article.Published = time);
        if (!shown) article.Draft = true;
        return false;
    }

    private bool Time(FrontMatterEntry entry, string name, Action<StatedTime> store)
    {
        var time = StatedTimeParser.Parse(entry.First!, options.Zone);
        if (time is null)
        {
            Warn(entry, $"\"{Shorten(entry.First!)}\" is not a date that can be read, taken as missing");
            return false;
        }

        store(time);
        if (time.ZoneAssumed && !time.DateOnly && name == "published") Warn(entry, $"no time zone, taken as {options.Zone.Id}");
        Note(entry, name);
        return true;
    }

    private bool Byline(FrontMatterEntry entry)
    {
        var names = entry.Values.Select(value => Clean(AuthorNames.WithoutAddress(value))).Where(value => value.Length > 0).ToList();
        if (names.Count == 0) return false;
        article.Byline = Shorten(string.Join('、', names), 300);
        if (set.Contains(ArticleField.Writers))
        {
            Note(entry, "byline");
            return true;
        }

        article.Authors.Clear();
        foreach (var name in names.SelectMany(value => entry.IsList ? [value] : AuthorNames.In(value)))
            if (!article.Authors.Contains(name)) article.Authors.Add(Shorten(name, 100));
        Note(entry, "byline");
        Note(entry, "authors");
        return true;
    }

    private bool Tags(FrontMatterEntry entry)
    {
        var parts = entry.IsList ? entry.Values : entry.Values.SelectMany(value => value.Split([',', '，', '、', ';', '；', '|']));
        var tooMany = false;
        article.Tags.Clear();
        foreach (var tag in parts.Select(part => Clean(part).TrimStart('#')).Where(tag => tag.Length > 0))
        {
            if (article.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)) continue;
            if (tag.Length > LongestTag) Warn(entry, $"\"{Shorten(tag)}\" is too long for a tag and was left out");
            else if (article.Tags.Count < MostTags) article.Tags.Add(tag);
            else tooMany = true;
        }

        if (tooMany) Warn(entry, $"only the first {MostTags} tags were taken");
        Note(entry, "tags");
        return article.Tags.Count > 0;
    }

    private bool Cover(FrontMatterEntry entry)
    {
        article.Cover = LinkAddress.ForPicture(entry.First);
        if (article.Cover is null) Warn(entry, "is not the address of a picture, left out");
        else Note(entry, "cover");
        return article.Cover is not null;
    }

    private bool Aliases(FrontMatterEntry entry, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            var path = Clean(value);
            if (path.Length is 0 or > 500 || path.Contains("..", StringComparison.Ordinal) || LinkAddress.ForLink(path) is not { } address || address.Contains(':', StringComparison.Ordinal))
                Warn(entry, $"\"{Shorten(value)}\" is not a path on this site, left out");
            else if (!article.Aliases.Contains(Rooted(address))) article.Aliases.Add(Rooted(address));
        }

        if (article.Aliases.Count > 0) Note(entry, "aliases");
        return true;
    }

    private static string Rooted(string path) => path is ['/', ..] ? path : "/" + path;

    // Where an article stood before: a path redirects, a whole address names the original.
    private bool Address(FrontMatterEntry entry)
    {
        var value = Clean(entry.First!);
        if (value is ['/', not '/', ..]) return Aliases(entry, [value]);
        if (article.CanonicalUrl is null && IsWhole(value)) return Canonical(entry);

        // Hexo and Hugo write a path without the slash; a name with a dot in front of the first one may be a host.
        return where == "front matter" && value.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && !value.AsSpan(0, slash).ContainsAny('.', ':') && Aliases(entry, [value]);
    }

    private bool Canonical(FrontMatterEntry entry)
    {
        var value = Clean(entry.First!);
        if (!IsWhole(value) || LinkAddress.ForLink(value) is not { } address)
        {
            Warn(entry, $"\"{Shorten(value)}\" is not an http address, left out");
            return false;
        }

        article.CanonicalUrl = address;
        Note(entry, "canonicalUrl");
        return true;
    }

    private static bool IsWhole(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private bool Draft(FrontMatterEntry entry)
    {
        var truth = Truth(entry.First!);
        article.Draft |= truth ?? true;
        if (truth is null) Warn(entry, $"\"{Shorten(entry.First!)}\" is neither yes nor no, kept as a draft");
        return true;
    }

    // Jekyll and Hexo call a page beside the posts by its layout; every other layout is the old site's own affair.
    private bool FixedPage(FrontMatterEntry entry)
    {
        var value = Clean(entry.First!).ToLowerInvariant();
        article.IsFixedPage = value is "page" or "footer" || Truth(value) == true;
        article.IsInFooter = value == "footer";
        return article.IsFixedPage;
    }

    private bool Status(FrontMatterEntry entry)
    {
        var status = Clean(entry.First!).ToLowerInvariant();
        if (status is "withdrawn" or "已撤稿" or "撤稿") article.Withdrawn = true;
        else if (status is "draft" or "pending" or "private" or "草稿" or "待审" or "未发布") article.Draft = true;
        else if (status is not ("published" or "publish" or "public" or "live" or "已发布" or "发布" or "公开"))
            Warn(entry, $"\"{Shorten(status)}\" is not a status that can be imported, left out");
        return true;
    }

    private bool Language(FrontMatterEntry entry)
    {
        if (LanguageTag.Canonical(Clean(entry.First!)) is not { } tag)
        {
            Warn(entry, $"\"{Shorten(entry.First!)}\" is not a language tag, left out");
            return false;
        }

        article.Language = tag;
        Note(entry, "language");
        return true;
    }

    private static bool? Truth(string value) => value.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" or "y" or "是" => true,
        "false" or "no" or "off" or "0" or "n" or "否" => false,
        _ => null,
    };

    private static string Shorten(string value, int longest = 40) => value.Length <= longest ? value : value[..(longest - 1)] + "…";

    private void Note(FrontMatterEntry entry, string name) => article.Origins[name] = new FieldOrigin(entry.Line, entry.Line, $"{where}: {entry.Key}");

    private void Warn(FrontMatterEntry entry, string message) => article.Warnings.Add(new ImportWarning(entry.Line, $"{entry.Key}: {message}"));

    [GeneratedRegex("&(?:amp|lt|gt|quot|apos|nbsp|#39|#34|#38);", RegexOptions.CultureInvariant)]
    private static partial Regex Entities();
}
