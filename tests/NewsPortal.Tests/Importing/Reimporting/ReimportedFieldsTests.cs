using System.Text;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Importing.Reimporting;

/// <summary>What a new reading takes from where, field by field.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ReimportedFieldsTests(PrivatePostgres server)
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static readonly DateTime Edited = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [StoreKinds]
    public async Task A_picture_that_only_a_newer_reader_finds_comes_out_of_the_original(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        var file = new WordFiles.AWordFile().Image("p1", Picture).BigLine("灯火里的阅读时光").Paragraph("海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。").Picture("p1", "夜里的阅览室").Bytes();
        await store.ImportAsync(_ => { }, ("a.docx", file));
        var before = await store.OnlyAsync();
        Assert.NotNull(Assert.Single(before.Pictures).PictureId);
        await store.ChangeAsync(article =>
        {
            article.Pictures.Clear();
            (article.LeadPicture, article.LeadPictureId) = (null, null);
        });
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await store.ReimportAsync(dryRun: true)).ToString());
        Assert.Empty((await store.OnlyAsync()).Pictures);
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await store.ReimportAsync()).ToString());
        var after = await store.OnlyAsync();
        Assert.Equal((before.Pictures[0].PictureId, before.LeadPictureId), (Assert.Single(after.Pictures).PictureId, after.LeadPictureId));
        Assert.Equal("added 0, revised 0, unchanged 1, rejected 0", (await store.ReimportAsync()).ToString());
    }

    [Theory]
    [StoreKinds]
    public async Task Pictures_are_found_again_though_their_folder_is_gone(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        var text = "---\nheadline: 有图的一篇\ncover: pics/a.png\n---\n\n第一段正文写在图的上面。\n\n![码头](pics/a.png)\n\n![灯塔](pics/lost.png)\n";
        await store.ImportAsync(_ => { }, ("a.md", Encoding.UTF8.GetBytes(text)), ("pics/a.png", Picture));
        var before = await store.OnlyAsync();
        Assert.NotNull(before.LeadPictureId);
        await store.ChangeAsync(article => article.Pictures.Single(p => p.Position == 0).AltText = "误读");
        Assert.Equal("pictures", Assert.Single(await store.ChangesAsync()).Split(':')[0]);
        var after = await store.OnlyAsync();
        Assert.Equal(before.Pictures.OrderBy(p => p.Position).Select(p => (p.PictureId, p.AltText)), after.Pictures.OrderBy(p => p.Position).Select(p => (p.PictureId, p.AltText)));
        Assert.Equal(before.LeadPictureId, after.LeadPictureId);
        Assert.Equal(before.Body!.Html, after.Body!.Html);
    }

    [Theory]
    [StoreKinds]
    public async Task The_encoding_and_section_that_the_operator_chose_are_chosen_again(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(
            new ImportOptions("import", SiteZone.Find("Asia/Shanghai"), Section: "专题", EncodingName: "big5"), _ => { },
            ("城市/a.txt", Encoding.UTF8.GetBytes("plain headline\n\nThe first paragraph is long enough to be one, and says: “” — and so on.\n\nThe second paragraph is here, too, and it is long enough.")));
        var before = await store.OnlyAsync();
        Assert.DoesNotContain('“', before.Body!.Text);
        Assert.Equal("unchanged 1", (await store.ReimportAsync()).ToString().Split(", ")[2]);
        await store.ChangeAsync(article => article.Kicker = "误读");
        Assert.Equal(["kicker: 误读 → (none)"], await store.ChangesAsync());
        Assert.Equal((before.Body.Text, "专题", "option --section"), ((await store.OnlyAsync()).Body!.Text, (await store.OnlyAsync()).Section.Name, (await store.OnlyAsync()).Body!.Origins["section"]!.Rule));
    }

    [Theory]
    [StoreKinds]
    public async Task Each_row_of_a_json_lines_file_is_read_again_for_its_own_article(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(("rows.jsonl", string.Join('\n', Enumerable.Range(1, 3).Select(i => $$"""{"id":"row-{{i}}","title":"第{{i}}行","date":"2026-11-20","text":"这是第{{i}}行的正文。"}"""))));
        await store.ChangeAsync(article => article.Headline = article.ExternalId == "row-2" ? "误读" : article.Headline);
        Assert.Equal(["headline: 误读 → 第2行"], await store.ChangesAsync());
        Assert.Equal(["row-1", "row-2", "row-3"], (await store.AllAsync()).Select(a => a.ExternalId));
        Assert.Equal((2, 2, "JSON: title"), (await store.AllAsync())[1].Body!.Origins["headline"] is { } o ? (o.Line, o.LastLine, o.Rule) : default);
    }

    [Theory]
    [StoreKinds]
    public async Task An_edited_text_keeps_its_pictures_and_its_summary(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(_ => { }, ("a.md", Encoding.UTF8.GetBytes("---\nheadline: 有图的一篇\n---\n\n文件里的第一段正文写在图的上面，够一句话长。\n\n![码头](a.png)\n")), ("a.png", Picture));
        await store.ChangeAsync(article =>
        {
            (article.Body!.Html, article.Body.Text, article.Summary) = ("<p>编辑写的正文。</p>", "编辑写的正文。", "编辑写的正文。");
            article.Pictures.Single(p => p.Position == 0).Caption = "编辑留下的";
            article.Body.MarkEdited("body", "li", Edited);
            article.Headline = "误读";
        });
        Assert.Equal(["headline: 误读 → 有图的一篇"], await store.ChangesAsync());
        var article = await store.OnlyAsync();
        Assert.Equal(("编辑写的正文。", "编辑写的正文。", "编辑留下的"), (article.Body!.Text, article.Summary, article.Pictures[0].Caption));
    }

    [Theory]
    [StoreKinds]
    public async Task A_changed_file_does_not_undo_an_edit_either_and_says_so(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(AnArticle.Called("桥通车").Under("a.md").With("source", "海桥晚报").With("section", "城市"));
        await store.ChangeAsync(article =>
        {
            article.Kicker = "编辑写的引题";
            article.Body!.MarkEdited("kicker", "li", Edited);
            article.Body.MarkEdited("section", "li", Edited);
        });
        var warned = new List<ImportResult>();
        (string Path, string Text) changed = AnArticle.Called("桥通车").Under("a.md").With("kicker", "文件的新引题").With("section", "财经").Saying("正文也变了。");
        Assert.Equal(1, (await store.ImportAsync(warned.Add, (changed.Path, Encoding.UTF8.GetBytes(changed.Text)))).Revised);
        var article = await store.OnlyAsync();
        Assert.Equal(("编辑写的引题", "城市", "正文也变了。", null), (article.Kicker, article.Section.Name, article.Body!.Text, article.Source?.Name));
        Assert.Contains(warned.Single().Warnings!, w => w.Message == "Edited by hand and left as it stands: kicker, section.");
    }

    [Theory]
    [StoreKinds]
    public async Task A_moment_of_revision_that_is_read_anew_is_the_files(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(AnArticle.Called("桥通车").Under("a.md").At("2026-11-20 08:00").With("lastmod", "2026-11-21 09:00"));
        await store.ChangeAsync(article => article.RevisedUtc = article.RevisedUtc!.Value.AddHours(-7));
        Assert.Equal(["revised: 2026-11-21 02:00:00 +08:00 → 2026-11-21 09:00:00 +08:00"], await store.ChangesAsync());
        Assert.Equal(new DateTime(2026, 11, 21, 1, 0, 0, DateTimeKind.Utc), (await store.OnlyAsync()).RevisedUtc);
        Assert.Equal(1, (await store.ReimportAsync()).Unchanged);
    }

    [Fact]
    public void A_change_is_shown_round_the_place_where_the_texts_part()
    {
        var text = string.Concat(Enumerable.Repeat("一二三四五六七八九十", 20));
        Assert.Equal(
            $"body: …三四五六七八九十{text[..52]}… → …三四五六七八九十甲{text[..51]}…",
            new FieldChange("body", text, text[..100] + "甲" + text[100..]).ToString());
        Assert.Equal("kicker: (none) → 甲 乙", new FieldChange("kicker", null, "甲\n乙").ToString());
    }
}
