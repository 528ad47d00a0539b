using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Importing.Moves;

/// <summary>The folders of Hugo, Hexo and Jekyll move here as they are.</summary>
public sealed class FolderMoveTests
{
    private const string Body = "河边的新步道今天开放，清晨就有许多人来散步。";

    [Theory]
    [InlineData("source/_posts/walk.md", "title: 步道\ndate: 2020-01-02 09:00:00", "/2020/01/02/walk/", "/2020/01/02/walk")]
    [InlineData("source/_posts/Walk-One.md", "title: 步道\ndate: 2020-01-02 09:00:00", "/2020/01/02/Walk-One", "/2020/01/02/walk-one")]
    [InlineData("_posts/2020-01-02-walk.md", "title: 步道", "/2020/01/02/walk.html", "/2020/01/02/walk")]
    [InlineData("_posts/2020-01-02-步道.md", "title: 步道", "/2020/01/02/步道/", "/2020/01/02/bu-dao")]
    [InlineData("source/_posts/walk.md", "title: 步道\ndate: 2020-01-02 09:00:00\npermalink: posts/a1b2/", "/posts/a1b2/", "/2020/01/02/walk")]
    [InlineData("content/posts/walk.md", "title: 步道\ndate: 2020-01-02 09:00:00", "/posts/walk/", "/2020/01/02/bu-dao")]
    [InlineData("content/posts/Walk One/index.md", "title: 步道\ndate: 2020-01-02 09:00:00\nslug: to-the-river", "/posts/to-the-river/", "/2020/01/02/to-the-river")]
    [InlineData("content/posts/walk.md", "title: 步道\ndate: 2020-01-02 09:00:00\nurl: /walks/first.html\naliases: [/old/one/]", "/walks/first.html", "/2020/01/02/bu-dao")]
    [InlineData("content/posts/walk.md", "title: 步道\ndate: 2020-01-02 09:00:00\naliases: [/old/one/]", "/old/one/", "/2020/01/02/bu-dao")]
    [InlineData("a.md", "title: 步道\ndate: 2020-01-02 09:00:00\naliases: ['/show.php?id=5']", "/show.php?id=5", "/2020/01/02/bu-dao")]
    public async Task An_old_address_leads_to_the_article_in_one_hop(string path, string front, string old, string address)
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync((path, $"---\n{front}\n---\n{Body}\n"));

        using var answer = await site.Client.GetAsync(old);
        Assert.Equal((301, address), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(200, await site.StatusAsync(address));
    }

    [Fact]
    public async Task An_address_with_a_query_is_that_of_this_query_alone()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(("a.md", $"---\ntitle: 甲\naliases: ['/show.php?id=5']\n---\n{Body}"), ("b.md", $"---\ntitle: 乙\naliases: ['/show.php?id=6', '/?cat=3']\n---\n乙。{Body}"));

        foreach (var (address, status) in ((string, int)[])[("/show.php?id=5", 301), ("/show.php?id=6", 301), ("/show.php?id=7", 404), ("/show.php", 404), ("/?cat=3", 200)])
        {
            Assert.Equal((address, status), (address, await site.StatusAsync(address)));
        }
    }

    [Fact]
    public async Task Folders_of_posts_name_no_section_and_drafts_stay_drafts()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(
            ("source/_posts/体育/a.md", $"---\ntitle: 甲\n---\n{Body}"), ("source/_drafts/b.md", $"---\ntitle: 乙\n---\n乙。{Body}"), ("content/文化/c/index.md", $"---\ntitle: 丙\n---\n丙。{Body}"), ("_posts/2020-01-02-d.md", $"---\ntitle: 丁\npublished: false\n---\n丁。{Body}"));

        await using var db = site.Store.CreateContext();
        var articles = await db.Articles.Include(a => a.Section).OrderBy(a => a.Headline).ToDictionaryAsync(a => a.Headline);
        Assert.Equal(["体育", "文化"], new[] { articles["甲"].Section.Name, articles["丙"].Section.Name });
        Assert.DoesNotContain(articles["乙"].Section.Name, new[] { "source", "_drafts" });
        Assert.Equal([ArticleStatus.Draft, ArticleStatus.Draft], new[] { articles["乙"].Status, articles["丁"].Status });
    }

    [Fact]
    public async Task Pictures_of_bundles_and_of_tags_are_found()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        folder.Write("content/posts/walk/index.md", $"---\ntitle: 甲\n---\n{Body}\n\n{{{{< figure src=\"a.jpg\" caption=\"河边的“步道”\" alt=\"河\" >}}}}\n");
        folder.Write("content/posts/walk/a.jpg", APicture.Jpeg(90, 60));
        folder.Write("source/_posts/2020-01-02-two.md", $"---\ntitle: 乙\n---\n乙。{Body}\n\n{{% asset_img b.jpg 桥上 %}}\n");
        folder.Write("source/_posts/2020-01-02-two/b.jpg", APicture.Jpeg(80, 60));
        await site.ImportFolderAsync(folder.Path);

        await using var db = site.Store.CreateContext();
        var pictures = (await db.Articles.Include(a => a.Pictures).ThenInclude(p => p.Picture).OrderBy(a => a.ImportPath).ToListAsync()).Select(a => Assert.Single(a.Pictures)).ToList();
        Assert.Equal([(90, "河边的“步道”", "河"), (80, "桥上", null)], pictures.Select(p => (p.Picture!.Width, p.Caption!, p.AltText)));
    }

    [Theory]
    [InlineData("前{{< youtube abc >}}后", "<p>前后</p>", "youtube")]
    [InlineData("前\n\n{{% notice tip %}}\n里面的字\n{{% /notice %}}\n\n后", "<p>前</p><p>里面的字</p><p>后</p>", "notice")]
    [InlineData("看[那篇]({{< ref \"a.md\" >}})吧", "<p>看那篇吧</p>", null)]
    [InlineData("{% include share.html %}\n字", "<p>字</p>", "include")]
    [InlineData("图在 {{ site.baseurl }}这里，{{ '/a' | relative_url }}", "<p>图在 这里，/a</p>", null)]
    [InlineData("见 {% post_link 2020-01-02-walk '步道' %}。", "<p>见 <a href=\"/2020/01/02/walk/\">步道</a>。</p>", null)]
    [InlineData("见 {% post_link walk 步道 %}。", "<p>见 步道。</p>", null)]
    [InlineData("{% highlight ruby linenos %}\nputs \"{{ x }}\"\n{% endhighlight %}", "<pre><code>puts &quot;{{ x }}&quot;</code></pre>", null)]
    [InlineData("写 `{{< figure >}}` 和\n\n```\n{% raw %}\n```", "<p>写 <code>{{&lt; figure &gt;}}</code> 和</p><pre><code>{% raw %}</code></pre>", null)]
    [InlineData("前\n\n<!-- more -->\n\n后", "<p>前</p><p>后</p>", null)]
    [InlineData("{{< figure src=\"javascript:x\" caption=\"<b>a</b>\" >}}字", "<p>字</p>", null)]
    public void Tags_of_other_programs_are_never_shown(string body, string expected, string? named)
    {
        var article = Extracted.From($"---\ntitle: 题\n---\n{body}", path: "_posts/a");

        Assert.Equal(expected, article.Body.Value.Replace("\n</code>", "</code>", StringComparison.Ordinal));
        Assert.Equal(named is not null, article.Warnings.Exists(warning => named is not null && warning.Message.Contains($"\"{named}\"", StringComparison.Ordinal) && warning.Line > 3));
    }

    [Theory]
    [InlineData("{{<")]
    [InlineData("{% a ")]
    [InlineData("{{< a=\"")]
    [InlineData("[a]({{< ref ")]
    [InlineData("`")]
    public void Tags_without_an_end_take_no_time(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = Extracted.Try("字" + string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 8);
    }
}
