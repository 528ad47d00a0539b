using System.Text;
using NewsPortal.Core.Access;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Where fields came from, and why lines were kept or left out, in the language of whoever reads it.</summary>
public sealed class RuleWordsTests
{
    [Fact]
    public async Task Where_a_field_came_from_is_told_in_Chinese_and_in_English()
    {
        await using var site = await TestSite.StartAsync();
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        var (_, page) = await editor.UploadAsync(("bridge.txt", Encoding.UTF8.GetBytes("大桥今晨合龙\n2026-11-24 08:00:00 | 来源:云川日报\n大桥今晨六时合龙,两岸居民在堤上看了整整一夜,天亮时响起了掌声。\n施工方说,桥面铺装明年春天完成,届时从北岸到南岸只要八分钟。\n")));
        var article = page.QuerySelector("table.rows tbody label a")!.GetAttribute("href")!;
        var form = await editor.PageAsync(article);
        Assert.Equal("第 2 行，标有“来源”", form.QuerySelector("#Source + .hint")!.TextContent);
        Assert.All(form.QuerySelectorAll(".fields .hint").Where(h => h.Id is null), h => Assert.DoesNotMatch("[a-z]{5}", h.TextContent.Replace("Markdown", string.Empty, StringComparison.Ordinal)));
        Assert.Contains("字段 · 来源 · 标有“来源”", string.Concat((await editor.PageAsync($"{article}/origin")).QuerySelectorAll("ol.blocks li.field .why").Select(w => w.TextContent)), StringComparison.Ordinal);

        using (var chosen = await editor.PostAsync("/newsroom/account?handler=Language", ("language", "en")))
        {
            Assert.Equal(302, (int)chosen.StatusCode);
        }

        Assert.Equal("line 2, label “来源”", (await editor.PageAsync(article)).QuerySelector("#Source + .hint")!.TextContent);
    }

    [Fact]
    public void Every_rule_that_files_meet_has_words_in_Chinese()
    {
        var zone = SiteZone.Find("Asia/Shanghai");
        var unsaid = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in InputReader.Read([Path.Combine(Environs.Root, "content"), Path.Combine(Environs.Root, "tests", "NewsPortal.Tests", "Samples")]))
        {
            if (item.File is null || ArticleExtractor.Extract(item.File, new ExtractionOptions(zone)).Article is not { } article)
            {
                continue;
            }

            unsaid.UnionWith(article.Origins.Values.Select(o => o.Rule).Concat(article.Ledger.Select(e => e.Reason)).Where(r => RuleWords.Chinese(r) is null));
            unsaid.UnionWith(article.Ledger.Select(e => e.As).OfType<string>().Where(k => !RuleWords.IsKind(k)).Select(k => "as " + k));
        }

        Assert.Empty(unsaid);
    }
}
