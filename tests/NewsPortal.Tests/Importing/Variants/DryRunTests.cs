using NewsPortal.Core.Importing;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Importing.Reimporting;

namespace NewsPortal.Tests.Importing.Variants;

/// <summary>What a dry run says, beside what the import of the same files then does.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class DryRunTests(PrivatePostgres server)
{
    private const string Canonical = "<link rel=canonical href=https://wan.example/a/480123.html>";

    private static readonly (string Path, string Text)[] Own = [("zz.html", SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1) + SavedPage.Prose(2), Canonical))];

    private static readonly (string Path, string Text)[] Versions =
    [
        ("amp.html", SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1) + SavedPage.Prose(2), Canonical, "amp lang=zh")),
        ("print/480123.html", SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1) + SavedPage.Prose(2))),
    ];

    private static readonly (string Path, string Text)[] Twice =
    [
        ("a/first.md", Note("n-1", "新桥通车", "第一稿写在通车前一天。")),
        ("b/second.md", Note("n-1", "新桥通车", "第二稿写在通车之后，添了车流的数字。")),
        ("c/third.md", Note("n-1", "新桥通车", "第二稿写在通车之后，添了车流的数字。") + "\n"),
        ("d/draft.md", Note("n-2", "旧桥限重", "先是草稿。", "draft: true\n")),
        ("e/public.md", Note("n-2", "旧桥限重", "先是草稿。")),
        ("f/same.md", Note("n-2", "旧桥限重", "先是草稿。")),
    ];

    [Theory]
    [StoreKinds]
    public Task An_amp_version_beside_its_page_is_foretold_as_nothing_new(string kind) => EqualAsync(kind, [], [.. Own, .. Versions]);

    [Theory]
    [StoreKinds]
    public Task An_amp_version_of_a_stored_page_is_foretold_as_nothing_new(string kind) => EqualAsync(kind, Own, Versions);

    [Theory]
    [StoreKinds]
    public Task A_page_that_replaces_a_version_and_its_twin_are_foretold(string kind) => EqualAsync(kind, Versions[..1], [.. Own, ("zzz.html", Own[0].Text)]);

    [Theory]
    [StoreKinds]
    public Task Later_versions_of_one_article_are_foretold_as_revisions(string kind) => EqualAsync(kind, [], Twice);

    [Theory]
    [StoreKinds]
    public Task Versions_of_a_stored_article_are_foretold_one_after_the_other(string kind) => EqualAsync(kind, Twice[..1], Twice[1..]);

    private static string Note(string id, string headline, string text, string more = "") =>
        $"---\nid: {id}\ntitle: {headline}\ndate: 2026-11-20 08:00\n{more}---\n{text}河湾的人说，这件事他们等了很久。\n";

    private async Task EqualAsync(string kind, (string Path, string Text)[] stored, (string Path, string Text)[] files)
    {
        using var store = await ReimportedStore.OpenAsync(kind, server);
        if (stored.Length > 0) await store.ImportAsync(stored);
        var before = await StateAsync(store);
        var foretold = await ToldAsync(store, files, dryRun: true);
        Assert.Equal(before, await StateAsync(store));
        var done = await ToldAsync(store, files, dryRun: false);
        Assert.Equal(done, foretold);
    }

    private static async Task<List<string>> ToldAsync(ReimportedStore store, (string Path, string Text)[] files, bool dryRun)
    {
        var told = new List<string>();
        await store.ImportAsync(
            new ImportOptions("import", SiteZone.Find("Asia/Shanghai"), DryRun: dryRun),
            result => told.Add($"{result.Outcome} {result.Path[(result.Path.LastIndexOf('/') + 1)..]}"),
            [.. files.Select(f => (f.Path, SavedPage.Bytes(f.Text)))]);
        return told;
    }

    private static async Task<List<string>> StateAsync(ReimportedStore store) => [.. (await store.AllAsync()).Select(a => $"{a.Id} {a.ContentHash} {a.ImportPath}")];
}
