using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Ledgers;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Importing.Reimporting;

namespace NewsPortal.Tests.Importing.Variants;

/// <summary>Several files of one article on their way into the store.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class VariantImportTests(PrivatePostgres server)
{
    private const string Canonical = "<link rel=canonical href=https://wan.example/a/480123.html>";

    [Theory]
    [StoreKinds]
    public async Task Pages_of_one_article_become_one_article_in_their_order(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        var results = new List<ImportResult>();
        var pages = new[] { Page(10, 12), Page(2, 12), Page(1, 12) }.Concat(Enumerable.Range(3, 7).Select(n => Page(n, 12))).Concat([Page(11, 12), Page(12, 12)]).ToArray();
        Assert.Equal("added 1, revised 0, unchanged 11, rejected 0", (await store.ImportAsync(results.Add, pages)).ToString());
        var article = await store.OnlyAsync();
        Assert.Equal(string.Join('\n', Enumerable.Range(1, 12).Select(n => Extracted.From(SavedPage.Of(n, 12), ".html").Text)), article.Body!.Text);
        Assert.Equal(SavedPage.Headline, article.Headline);
        Assert.Null(article.RevisedUtc);
        Assert.All(results, r => Assert.Equal(article.Id, r.ArticleId));
        Assert.Equal(12, results.Select(r => r.Path).Distinct().Count());
        Assert.DoesNotContain("Missing", article.Body.WarningsJson ?? string.Empty, StringComparison.Ordinal);
        foreach (var result in results)
        {
            // Each file's account is its own and complete.
            var number = result.Extraction!.Article!.Page!.Number;
            Assert.Equal(Extracted.From(SavedPage.Of(number, 12), ".html").Ledger, result.Extraction.Article.Ledger);
        }

        Assert.Equal(
            Enumerable.Range(1, 12).Select(n => (Page(n, 12).Path, Extracted.From(SavedPage.Of(n, 12), ".html").Ledger.Sum(e => e.Length))),
            FileLedger.Read(article.Body.LedgerJson).Select(f => (f.File, f.Entries.Sum(e => e.Length))));
        Assert.Equal("added 0, revised 0, unchanged 12, rejected 0", (await store.ImportAsync(_ => { }, pages)).ToString());
        Assert.Equal("added 0, revised 0, unchanged 1, rejected 0", (await store.ReimportAsync()).ToString());
        Assert.Equal("added 0, revised 0, unchanged 1, rejected 0", (await store.ImportAsync(_ => { }, Page(7, 12))).ToString());
        Assert.Equal(article.Body.Text, (await store.OnlyAsync()).Body!.Text);
    }

    [Theory]
    [StoreKinds]
    public async Task A_page_that_comes_later_is_joined_and_until_then_missed(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(_ => { }, Page(1, 3));
        Assert.Contains("Missing: page 2, 3", (await store.OnlyAsync()).Body!.WarningsJson, StringComparison.Ordinal);
        Assert.Equal("added 0, revised 0, unchanged 1, rejected 0", (await store.ReimportAsync()).ToString());
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await store.ImportAsync(_ => { }, Page(3, 3))).ToString());
        Assert.Contains("Missing: page 2;", (await store.OnlyAsync()).Body!.WarningsJson, StringComparison.Ordinal);
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await store.ImportAsync(_ => { }, Page(2, 3))).ToString());
        await HasAllAsync(store, 3);

        // A newer first page keeps the others.
        var changed = ("content_480123.html", SavedPage.Bytes(SavedPage.Of(1, 3).Replace("<div>", "<div><p>开头又添了一段话，说的是今天桥上的行人。</p>", StringComparison.Ordinal)));
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await store.ImportAsync(_ => { }, changed)).ToString());
        Assert.Contains(Extracted.From(SavedPage.Of(3, 3), ".html").Text, (await store.OnlyAsync()).Body!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [StoreKinds]
    public async Task A_second_page_alone_says_that_the_first_is_missing_and_lets_it_in(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(_ => { }, Page(2, 2));
        Assert.Contains("Missing: page 1;", (await store.OnlyAsync()).Body!.WarningsJson, StringComparison.Ordinal);
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await store.ImportAsync(_ => { }, Page(1, 2))).ToString());
        await HasAllAsync(store, 2);
    }

    [Theory]
    [StoreKinds]
    public async Task Two_divided_articles_stay_two(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        string Other(int page) => SavedPage.Of(page, 2, "新桥开工记").Replace("480123", "480199", StringComparison.Ordinal);
        await store.ImportAsync(_ => { }, Page(1, 2), ("content_480199.html", SavedPage.Bytes(Other(1))), Page(2, 2), ("content_480199_2.html", SavedPage.Bytes(Other(2))));
        Assert.Equal(["古桥修缮记", "新桥开工记"], (await store.AllAsync()).Select(a => a.Headline).Order(StringComparer.Ordinal));
    }

    [Theory]
    [StoreKinds]
    public async Task Amp_and_print_versions_become_no_second_article(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        var results = new List<ImportResult>();
        Assert.Equal("added 1, revised 0, unchanged 2, rejected 0", (await store.ImportAsync(results.Add, Amp, Print, Own)).ToString());
        Assert.Equal("zz.html", (await store.OnlyAsync()).ImportPath);
        Assert.Equal(2, results.Count(r => r.Outcome == ImportOutcome.Unchanged && r.Warnings!.Any(w => w.Message.Contains("version of the article \"古桥修缮记\" (zz.html)", StringComparison.Ordinal))));
        Assert.Equal("added 0, revised 0, unchanged 2, rejected 0", (await store.ImportAsync(_ => { }, Amp, Print)).ToString());
    }

    [Theory]
    [StoreKinds]
    public async Task A_version_stands_in_until_the_articles_own_page_comes(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        Assert.Equal("added 1, revised 0, unchanged 0, rejected 0", (await store.ImportAsync(_ => { }, Amp)).ToString());
        Assert.Contains("stands in", (await store.OnlyAsync()).Body!.WarningsJson, StringComparison.Ordinal);
        Assert.Equal(0, (await store.ImportAsync(_ => { }, Own)).Added);
        Assert.Equal("zz.html", (await store.OnlyAsync()).ImportPath);
    }

    [Theory]
    [StoreKinds]
    public async Task A_version_that_holds_clearly_more_revises_the_article(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(_ => { }, ("zz.html", SavedPage.Bytes(SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1), Canonical))));
        Assert.Equal("added 0, revised 1, unchanged 0, rejected 0", (await store.ImportAsync(_ => { }, Amp)).ToString());
        Assert.Contains("stands in", (await store.OnlyAsync()).Body!.WarningsJson, StringComparison.Ordinal);
    }

    [Theory]
    [StoreKinds]
    public async Task Another_article_under_the_same_address_is_another_article(string kind)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        await store.ImportAsync(_ => { }, Own);
        var other = ("amp2.html", SavedPage.Bytes(SavedPage.Whole("另一座桥", SavedPage.Prose(7) + SavedPage.Prose(9), Canonical, "amp lang=zh")));
        Assert.Equal("added 1, revised 0, unchanged 0, rejected 0", (await store.ImportAsync(_ => { }, other)).ToString());
    }

    private static (string Path, byte[] Bytes) Own => ("zz.html", SavedPage.Bytes(SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1) + SavedPage.Prose(2), Canonical)));

    private static (string Path, byte[] Bytes) Amp => ("amp.html", SavedPage.Bytes(SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1) + SavedPage.Prose(2), Canonical, "amp lang=zh")));

    private static (string Path, byte[] Bytes) Print => ("print/480123.html", SavedPage.Bytes(SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1) + SavedPage.Prose(2))));

    private static (string Path, byte[] Bytes) Page(int page, int count) => (page == 1 ? "content_480123.html" : $"content_480123_{page}.html", SavedPage.Bytes(SavedPage.Of(page, count)));

    private static async Task HasAllAsync(ReimportedStore store, int count)
    {
        var article = await store.OnlyAsync();
        Assert.Equal(string.Join('\n', Enumerable.Range(1, count).Select(n => Extracted.From(SavedPage.Of(n, count), ".html").Text)), article.Body!.Text);
        Assert.DoesNotContain("Missing", article.Body.WarningsJson, StringComparison.Ordinal);
        Assert.Equal("added 0, revised 0, unchanged 1, rejected 0", (await store.ReimportAsync()).ToString());
    }
}
