using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing.Html;

public sealed class WesternPageTests
{
    private const string Prose = """
        <p>The ferry across the bay sails again this morning after a month in dock, and forty people took the first boat.</p>
        <p>Two more boats a day will follow, the captain said, and a night boat at weekends. The fare stays what it was.</p>
        """;

    [Fact]
    public void A_stated_headline_outranks_the_shown_one() =>
        Assert.Equal("Bay ferry back in service", From("<meta property='og:title' content='Bay ferry back in service'>", "<h1>They are sailing again!</h1>").Headline);

    [Fact]
    public void The_sites_name_comes_off_a_stated_headline() =>
        Assert.Equal("Bay ferry back in service", From("<meta property='og:title' content='Bay ferry back in service | The Bay Post'><meta property='og:site_name' content='Bay Post'>", "<h1>Sailing again</h1>").Headline);

    [Fact]
    public void A_headline_worded_for_search_gives_way_to_the_heading()
    {
        var article = From("<title>Ferry bay timetable 2024 fare - Bay Post</title>" + JsonLd("\"headline\":\"Ferry bay timetable 2024 fare\""), "<h1>The ferry is back</h1>");
        Assert.Equal("The ferry is back", article.Headline);
    }

    [Fact]
    public void Where_heading_and_stated_title_differ_in_their_kickers_both_are_left_off()
    {
        var article = From("<meta property='og:title' content='Ferry in dock: «We are glad to be back on the water»'>", "<h1>Traffic on the bay «We are glad to be back on the water»</h1>");
        Assert.Equal("«We are glad to be back on the water»", article.Headline);
        Assert.Equal("Traffic on the bay", article.Kicker);
    }

    [Theory]
    [InlineData("\"author\":{\"@type\":\"Person\",\"givenName\":\"Ann\",\"familyName\":\"Lee\"}", "Ann Lee")]
    [InlineData("\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},{\"@type\":\"Person\",\"name\":\"Bob Ray\"}]", "Ann Lee,Bob Ray")]
    [InlineData("\"author\":{\"@type\":\"Organization\",\"name\":\"Bay Agency\"}", "Bay Agency")]
    public void Authors_in_JSON_LD_are_the_authors(string author, string expected) =>
        Assert.Equal(expected, string.Join(',', From(JsonLd("\"headline\":\"Bay ferry back in service\"," + author), "<h1>Bay ferry back in service</h1>").Authors));

    [Fact]
    public void An_author_named_by_reference_is_looked_up_in_the_graph()
    {
        const string graph = """
            <script type="application/ld+json"><![CDATA[{"@context":"https://schema.org","@graph":[
            {"@type":"NewsArticle","headline":"Bay ferry back in service","author":{"@id":"#ann"}},{"@type":"Person","@id":"#ann","name":"Ann Lee"}]}]]></script>
            """;
        Assert.Equal(["Ann Lee"], From(graph, "<h1>Bay ferry back in service</h1>").Authors);
    }

    [Fact]
    public void A_person_in_the_byline_outranks_the_organisation_in_the_head()
    {
        var article = From("<meta name=author content=BP>" + JsonLd("\"author\":{\"@type\":\"Organization\",\"name\":\"Bay Post\"}"), "<h1>Bay ferry back in service</h1><div class=article-byline>By Ann Lee, March 3, 2024</div>");
        Assert.Equal(["Ann Lee"], article.Authors);
        Assert.Equal("By Ann Lee", article.Byline);
    }

    [Fact]
    public void A_card_that_opens_over_a_name_is_not_part_of_its_sentence()
    {
        const string card = "<span class=card><span><img src=a.jpg><a href=/ann>Ann Lee</a><a href=/1>A first article of hers about the old harbour</a><a href=/2>A second one about the bridge</a></span></span>";
        Assert.Contains("said Ann Lee on Monday", Text($"<p>“The boat is old but sound”, said <span><a href=/ann>Ann Lee</a>{card}</span> on Monday.</p>"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_parts_two_pieces_of_a_text_is_kept() =>
        Assert.Contains("\n___\n", Text("<p>___</p><p>Ann Lee wrote this report in the harbour, where the boat lies in winter.</p>"), StringComparison.Ordinal);

    [Fact]
    public void A_counter_that_a_system_printed_as_text_is_left_out() =>
        Assert.EndsWith("what it was.", Text("<p>&lt;img height=&quot;1&quot; src=&quot;http://count.example/p&quot;&gt;</p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Reporting by Ann Lee; additional reporting by Bob Ray; Editing by Cal Moss")]
    [InlineData("Filed under: Ferries, Harbour")]
    [InlineData("Sign up for our weekly newsletter and never miss a boat.")]
    [InlineData("Follow us on Twitter for the latest from the harbour")]
    [InlineData("Some of the links on this page are affiliate links.")]
    [InlineData("As an Amazon Associate the Bay Post keeps a share of what you pay.")]
    [InlineData("05/10/2024 - Publicado por: Ann Lee - Categoria: Bay")]
    [InlineData("[button link=”https://bay.example/” size=”big”] Book now [/button]")]
    public void What_stands_among_the_paragraphs_without_being_the_article_is_left_out(string line)
    {
        var article = From(string.Empty, "<h1>Bay ferry back in service</h1>", $"<p>{line}</p>");
        Assert.DoesNotContain(line[..8], article.Text, StringComparison.Ordinal);
        Assert.Contains("a night boat", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The false bills were delivered to hundreds of households by WhatsApp before anyone noticed.")]
    [InlineData("Posted in Afghanistan in 2009, the officer learned to mend radios.")]
    [InlineData("Victims who join the scheme get a report in their inbox every week.")]
    [InlineData("Like many sailors on Facebook, she posts a picture of every sunrise.")]
    [InlineData("Tags were found on forty birds, the station said on Friday evening.")]
    public void A_report_may_speak_of_what_invitations_speak_of(string line) =>
        Assert.Contains(line, From(string.Empty, "<h1>Bay ferry back in service</h1>", $"<p>{line}</p><p>The harbour master will tell the council more about it on Monday morning.</p>").Text, StringComparison.Ordinal);

    [Fact]
    public void A_thousand_meta_elements_name_no_thousand_writers()
    {
        var article = From(string.Concat(Enumerable.Range(0, 5000).Select(i => $"<meta name='x-author' content='Ann Lee{i}'>")), "<h1>Bay ferry back in service</h1>");
        Assert.InRange(article.Authors.Count, 1, 20);
    }

    [Fact]
    public void A_heading_over_nothing_but_links_goes_with_them()
    {
        var article = From(string.Empty, "<h1>Bay ferry back in service</h1>", "<h4>Trending News</h4><ul><li><a href=/1>Harbour lights are to be changed</a></li></ul>");
        Assert.DoesNotContain("Trending", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_film_between_the_paragraphs_becomes_a_link_and_an_advert_goes()
    {
        var article = From(string.Empty, "<h1>Bay ferry back in service</h1><p>It was a calm morning, and the first boat left on time with every seat taken.</p><iframe src='https://film.example/7'></iframe><iframe src='https://adserver.example/ad/9'></iframe>");
        Assert.Contains("href=\"https://film.example/7\"", article.Body.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("adserver", article.Body.Value, StringComparison.Ordinal);
    }

    private static string Text(string below) => From(string.Empty, "<h1>Bay ferry back in service</h1>", below).Text;

    private static string JsonLd(string fields) => $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",{fields}}}</script>";

    private static ExtractedArticle From(string head, string above, string below = "") =>
        CaptureSampleTests.FromPage($"<html lang=en><head>{head}</head><body><main>{above}<div>{Prose}{below}</div></main></body></html>").Article;
}
