using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Wording;

namespace NewsPortal.Tests.Wording;

/// <summary>Every kind of page in every language; the language is changed while the site runs.</summary>
/// <param name="latin">A site with nothing but Latin letters of its own.</param>
public sealed class SpokenPagesTests(LatinSite latin) : IClassFixture<LatinSite>
{
    public static TheoryData<string> Languages => [.. Words.All.Select(w => w.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_page_speaks_the_sites_language_and_no_other(string language)
    {
        await latin.SpeakAsync(language);
        var words = Words.In(language);
        foreach (var (path, status, said) in Pages(words))
        {
            using var answer = await latin.Site.ReadAsync(path);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode == status, $"{path} answered {(int)answer.StatusCode}");
            var page = new HtmlParser().ParseDocument(html);
            Assert.Equal((path, language), (path, page.DocumentElement.GetAttribute("lang")));
            var text = WebUtility.HtmlDecode(html);
            foreach (var phrase in said.Append(words.ByDate).Append(words.SkipToText).Append(words.Subscribe))
            {
                Assert.True(text.Contains(phrase, StringComparison.Ordinal), $"{path} in {language} does not say '{phrase}'");
            }

            var foreign = language switch
            {
                "en" => Scripts.Han(text),
                "zh-Hant" => Scripts.OnlySimplified(text),
                _ => Scripts.OnlyTraditional(text),
            };
            Assert.True(!foreign.Any(), $"{path} in {language} has {string.Concat(foreign.Distinct())}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_feed_and_machine_readable_head_states_the_sites_language(string language)
    {
        await latin.SpeakAsync(language);
        var words = Words.In(language);
        var client = latin.Site.Client;
        var rss = XDocument.Parse(await client.GetStringAsync("/feed.xml"));
        Assert.Equal(language switch { "zh-Hans" => "zh-cn", "zh-Hant" => "zh-tw", _ => "en" }, rss.Root!.Element("channel")!.Element("language")!.Value);
        Assert.Contains($"<strong>{words.CorrectionAt(string.Empty)[..2]}", rss.ToString().Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        var atom = XDocument.Parse(await client.GetStringAsync("/atom.xml")).Root!;
        Assert.Equal(language, atom.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.All(atom.Elements(atom.Name.Namespace + "entry"), e => Assert.Equal(language == "en" ? null : "en", e.Attribute(XNamespace.Xml + "lang")?.Value));
        Assert.Equal(language, JsonDocument.Parse(await client.GetStringAsync("/feed.json")).RootElement.GetProperty("language").GetString());
        var search = XDocument.Parse(await client.GetStringAsync("/opensearch.xml")).Root!;
        Assert.Equal((words.SearchOf("River News"), language), (search.Element(search.Name.Namespace + "Description")!.Value, search.Element(search.Name.Namespace + "Language")!.Value));

        var front = await latin.Site.PageAsync("/");
        Assert.Contains($"\"inLanguage\":\"{language}\"", front.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(words.OpenGraphLocale, front.QuerySelector("meta[property='og:locale']")!.GetAttribute("content"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Dates_that_machines_read_are_the_same_in_every_language(string language)
    {
        await latin.SpeakAsync(language);
        var page = await latin.Site.PageAsync(LatinSite.Full);
        Assert.Equal("2026-11-20T09:00:00+08:00", page.QuerySelector("article time.published")!.GetAttribute("datetime"));
        Assert.Equal(language == "en" ? "20 November 2026, 09:00" : "2026年11月20日 09:00", page.QuerySelector("article time.published")!.TextContent);
    }

    [Fact]
    public async Task A_browser_that_kept_a_page_gets_it_in_the_new_language()
    {
        await latin.SpeakAsync("zh-Hans");
        foreach (var path in (string[])["/", LatinSite.Full, "/about"])
        {
            using var before = await latin.Site.ReadAsync(path);
            await latin.SpeakAsync("en");
            using var after = await latin.Site.ReadAsync(path, change: r => r.Headers.IfNoneMatch.Add(before.Headers.ETag!));
            Assert.Equal((path, HttpStatusCode.OK), (path, after.StatusCode));
            await latin.SpeakAsync("zh-Hans");
        }
    }

    [Fact]
    public async Task Words_of_an_article_in_another_language_are_marked_with_it()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Site:Name=River News", "--NewsPortal:Site:Language=en");
        await site.ImportAsync(
            AnArticle.Called("清河大桥今天合龙").At("2026-11-20 08:00:00").With("slug", "bridge").With("kicker", "一座大桥").With("byline", "林渡").In("town").Saying("清河大桥今天上午合龙，工人在桥上放了鞭炮。清河两岸的居民步行过桥，船工老郑走在最前面。"),
            AnArticle.Called("清河大桥通车第一天").At("2026-11-21 08:00:00").With("slug", "first").In("town").Saying("清河大桥通车第一天，车辆排到码头。清河大桥的收费站没有收费，船工老郑坐在桥头看车。"),
            AnArticle.Called("清河大桥亮灯").At("2026-11-22 08:00:00").With("slug", "lights").In("town").Saying("清河大桥的灯今天亮了，清河两岸的居民到桥上看灯，船工老郑说灯比渔火亮。"));
        foreach (var path in (string[])["/", "/latest", "/2026/11/20", "/2026/11/21/first", "/2026/11/20/bridge"])
        {
            var page = await site.PageAsync(path);
            var body = page.Body!;
            foreach (var marked in body.QuerySelectorAll("[lang^='zh']").ToList())
            {
                // What stands in such a part in the site's own language is marked again.
                marked.Before([.. marked.QuerySelectorAll("[lang=en]")]);
                marked.Remove();
            }

            Assert.True(!Scripts.Han(body.InnerHtml).Any(), $"{path}: {string.Concat(Scripts.Han(body.InnerHtml))}");
        }

        var article = (await site.PageAsync("/2026/11/20/bridge")).QuerySelector("main > article")!;
        Assert.Equal("zh-Hans", article.GetAttribute("lang"));
        Assert.Equal("en", article.QuerySelector(".meta")!.GetAttribute("lang"));
        Assert.Contains("characters, about 1 minute", article.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
    }

    private IEnumerable<(string Path, int Status, string[] Said)> Pages(Words words)
    {
        yield return ("/", 200, [words.Newest, words.MostRead, words.Stories, words.GroupedAutomatically, words.FrontDescription("River News", ["town", "harbour"])[..11]]);
        yield return (LatinSite.Full, 200,
        [
            words.Home, words.Correction, words.Updated, words.Label(words.Source), words.WrittenBy + "<span", words.Label(words.Editor) + "Bob Ray",
            words.PictureCredits(["Ann Lee"]), words.Label(words.Tags), words.PicturesMissing(1), words.Label(words.Address), words.ReadOnPhone,
            words.PreviousArticle, words.LatestNews, words.MostRead, words.Length(new ReadingLength(1, InWords: true)).Split([',', '，'])[1],
        ]);
        yield return ("/2026/11/18/copy-0", 200, [words.SameReport(3), words.ThisArticle("Harbour Post")]);
        yield return (latin.FerryPath, 200, [words.Related, words.RelatedBy, words.Label(words.Story), words.Before, words.After, words.Keywords, words.KeywordsAutomaticWhy]);
        yield return (latin.AutomaticPath, 200, [words.TimeAutomaticWhy, words.HeadlineAutomaticWhy]);
        yield return ("/latest", 200, [words.LatestNews, words.NextPage, words.SameReportLine(3)]);
        yield return ("/latest?page=2", 200, [words.PageTitle(words.LatestNews, 2), words.PreviousPage, words.Page(1)]);
        yield return ("/sections/harbour", 200, [words.AllLatestNews]);
        yield return ("/tags/bridge", 200, [words.Tag, words.ListDescription("River News", "bridge", words.Tag)]);
        yield return ("/sources/harbour-post", 200, [words.Source]);
        yield return ("/authors/ann-lee", 200, [words.Author]);
        yield return (latin.Story, 200, [words.StoryGroupedAutomatically]);
        yield return ("/2026/11/20", 200, [words.NewsOf(words.Dates.Day(new DateOnly(2026, 11, 20))), words.DayLine(words.Dates.Weekday(new DateOnly(2026, 11, 20)), 1), words.DayBefore, words.DayAfter]);
        yield return ("/2026/11", 200, [words.Dates.DayInMonth(new DateOnly(2026, 11, 20)), words.Articles(3), words.Earlier]);
        yield return ("/search", 200, [words.Section, words.From, words.To]);
        yield return ("/search?q=ferry", 200, [words.SearchFor("ferry"), words.Found(4, isFloor: false)]);
        yield return ("/search?q=qqxxyy", 200, [words.NotFound("qqxxyy"), words.TryOtherWords]);
        yield return ("/search?q=ferry&section=town", 200, [words.SearchEverything]);
        yield return ("/search?q=lighthouse+awnings", 200, [words.Widened(0).Split('0')[0]]);
        yield return ("/hot", 200, [words.MostReadNote, words.InDay, words.InWeek]);
        yield return ("/corrections", 200, [words.CorrectionsNote, words.LedgerHash]);
        yield return ("/about", 200, [words.About, words.SourcesText, words.PrivacyText, words.ContactHead, words.NewsLicence]);
        yield return ("/nothing/here", 404, [words.Refusal(404).Title, words.Refusal(404).Sentence]);
        yield return (LatinSite.Gone, 410, [words.Refusal(410).Title, words.Refusal(410).Sentence]);
        yield return ("/error/503", 503, [words.Refusal(503).Title]);
    }
}
