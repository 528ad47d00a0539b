using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NetVips;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Media.Cards;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Serving;

/// <summary>The picture that stands for an article without one where its address is shared.</summary>
public sealed partial class ShareCardTests
{
    [Fact]
    public async Task S6_an_article_without_a_picture_is_shared_with_its_headline_drawn_on_the_sites_colours()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Site:Accent=#0050a0");
        await site.ImportAsync(AnArticle.Called("大桥今晨合龙 两岸八分钟可达").At("2026-11-24 09:00").With("slug", "bridge").In("城市"));
        var address = await CardAsync(site, "/2026/11/24/bridge");
        Assert.Contains("summary_large_image", await site.Client.GetStringAsync("/2026/11/24/bridge"), StringComparison.Ordinal);
        using var answer = await site.Client.GetAsync(address);
        Assert.Equal((200, "image/png"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        using var picture = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((1200, 630), (picture.Width, picture.Height));

        // The bar above is the accent; in the middle there is ink, and a good deal of it: a headline, not empty boxes' thin lines.
        Assert.Equal([0x00, 0x50, 0xa0], picture[600, 5].Select(v => (int)v));
        using var middle = picture.Crop(84, 150, 1032, 360).Colourspace(Enums.Interpretation.Bw);
        using var dark = middle < 100;
        Assert.InRange(dark.Avg() / 255, 0.03, 0.4);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await site.Client.SendAsync(again);
        Assert.Equal(304, (int)unchanged.StatusCode);
    }

    [Fact]
    public async Task Another_headline_has_another_card_and_the_old_ones_address_leads_to_it_until_the_article_is_withdrawn()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥今晨合龙").At("2026-11-24 09:00").With("slug", "bridge"));
        var old = await CardAsync(site, "/2026/11/24/bridge");
        await ChangeAsync(site, (edition, article) =>
        {
            var before = TermFrequencies.Of(article.Headline, article.Body!.Text);
            article.Headline = "大桥今晨合龙 明年通车";
            edition.Revise(article, article.Body, before);
        });
        var now = await CardAsync(site, "/2026/11/24/bridge");
        Assert.NotEqual(old, now);
        using var led = await site.Client.GetAsync(old);
        Assert.Equal((301, now[site.Address.Length..]), ((int)led.StatusCode, led.Headers.Location?.ToString()));
        await ChangeAsync(site, (edition, article) => edition.Withdraw(article, article.Body!, "写错了"));
        Assert.Equal(410, await site.StatusAsync(now[site.Address.Length..]));
        Assert.Equal(404, await site.StatusAsync("/media/cards/99-0123456789abcdef.png"));
    }

    [Fact]
    public async Task A_headline_with_a_character_that_the_font_lacks_has_no_card_and_no_empty_boxes()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("村民发现罕见生物𬶐鱼").At("2026-11-24 09:00").With("slug", "fish"));
        Assert.DoesNotContain("og:image", await site.Client.GetStringAsync("/2026/11/24/fish"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("雨")]
    [InlineData("<b>&amp;</b> 与 \"引号\" 一同出现在标题里")]
    [InlineData("一个非常非常长的标题写了又写还没有写完一个非常非常长的标题写了又写还没有写完一个非常非常长的标题写了又写还没有写完一个非常非常长的标题写了又写还没有写完")]
    [InlineData("Averyveryverylongwordthatdoesnotendandgoesonandonandonandonandonwithoutanyblank")]
    public void Any_headline_stays_within_the_card(string headline)
    {
        var card = new ShareCard(headline, "云川新闻", "城市", "2026年11月24日", "#a8201a");
        using var picture = Image.NewFromBuffer(ShareCardPainter.Draw(card));
        Assert.Equal((1200, 630), (picture.Width, picture.Height));

        // The margins stay empty.
        foreach (var (left, width) in ((int, int)[])[(0, 76), (1124, 76)])
        {
            using var margin = picture.Crop(left, 20, width, 610);
            Assert.True(margin.ExtractBand(0).Min() > 250, headline);
        }
    }

    private static async Task<string> CardAsync(TestSite site, string path) =>
        Card().Match(await site.Client.GetStringAsync(path)).Groups[1].Value;

    private static async Task ChangeAsync(TestSite site, Action<Edition, NewsPortal.Core.Articles.Article> change)
    {
        await using (var db = site.Store.CreateContext())
        {
            var article = await db.Articles.WithEverything().SingleAsync();
            await using var edition = await Edition.BeginAsync(db, site.Clock, "chen");
            change(edition, article);
            await edition.CommitAsync();
        }

        await site.RefreshAsync();
    }

    [GeneratedRegex("og:image\" content=\"([^\"]+/media/cards/[^\"]+)\"")]
    private static partial Regex Card();
}
