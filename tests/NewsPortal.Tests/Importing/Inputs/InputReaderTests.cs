using System.IO.Compression;
using System.Text;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Importing.Inputs;

public sealed class InputReaderTests
{
    [Fact]
    public void A_folder_is_read_in_ordinal_order_without_hidden_files_pictures_and_links()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["b.md", "a/z.txt", "a/b.html", "B.md", ".git/x.md", ".hidden.md", "a/p.png", "notes.odt", "c.markdown"]) folder.Write(name, "x");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "loop"), folder.Path);

        var items = InputReader.Read([folder.Path]).ToList();

        Assert.Equal(["B.md", "a/b.html", "a/z.txt", "b.md", "c.markdown"], items.Select(item => item.File!.RelativePath));
    }

    [Fact]
    public void A_named_file_that_cannot_be_read_says_why()
    {
        using var folder = new TemporaryFolder();
        var paths = new[] { folder.Write("a.exe", "x"), folder.Write("empty.md", ""), Path.Combine(folder.Path, "missing.md"), folder.Write("large.md", new byte[InputLimits.LargestFile + 1]), folder.Write("good.md", "x") };

        var reasons = InputReader.Read(paths).Select(item => item.Reason).ToList();

        Assert.Contains("not read", reasons[0], StringComparison.Ordinal);
        Assert.Contains("empty", reasons[1], StringComparison.Ordinal);
        Assert.Contains("no such", reasons[2], StringComparison.Ordinal);
        Assert.Contains("32 MB", reasons[3], StringComparison.Ordinal);
        Assert.Null(reasons[4]);
    }

    [Fact]
    public void A_packed_page_is_unpacked_only_when_asked()
    {
        using var folder = new TemporaryFolder();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write("<p>字</p>"u8);
        var path = folder.Write("page.html.gz", packed.ToArray());

        Assert.Empty(InputReader.Read([folder.Path]));
        var item = Assert.Single(InputReader.Read([folder.Path], unpackGzip: true));
        Assert.Equal((".html", "page.html"), (item.File!.Extension, item.File.RelativePath));
        Assert.NotNull(Assert.Single(InputReader.Read([path])).Reason);
    }

    [Fact]
    public void An_archive_gives_its_good_files_and_a_reason_for_every_bad_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("news.zip", Zip(
            ("b/文.md", "# 题\n\n字"), ("a.txt", "字"), ("../out.md", "x"), ("/abs.md", "x"), ("c/../../d.md", "x"), ("in.zip", "x"),
            ("p.png", "x"), ("__MACOSX/a.txt", "x"), ("empty.md", ""), ("rows.jsonl", "{\"text\":\"甲\"}\n{\"text\":\"乙\"}\n")));

        var items = InputReader.Read([folder.Path]).ToList();

        Assert.Equal(["a.txt", "b/文.md", "rows.jsonl:1", "rows.jsonl:2"], items.Where(item => item.File is not null).Select(item => item.File!.RelativePath));
        Assert.Equal(3, items.Count(item => item.Reason?.Contains("leads out", StringComparison.Ordinal) == true));
        Assert.Contains(items, item => item.Reason?.Contains("archive within", StringComparison.Ordinal) == true);
        Assert.Contains(items, item => item.Reason?.Contains("empty", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Names_are_read_whether_they_say_UTF8_or_are_GBK()
    {
        using var folder = new TemporaryFolder();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        folder.Write("gbk.zip", Zip(Encoding.GetEncoding("gb18030"), ("要闻/夜读.md", "字"), ("图/a.png", "p")));
        folder.Write("latin.zip", Zip(("caf\u00E9.md", "字")));

        var items = InputReader.Read([folder.Path]).ToList();

        Assert.Equal(["要闻/夜读.md", "caf\u00E9.md"], items.Select(item => item.File!.RelativePath));
        Assert.Equal("p"u8.ToArray(), items[0].Pictures.Find(items[0].File!, "../图/a.png"));
    }

    [Fact]
    public void Of_two_files_of_one_name_the_first_is_read_and_the_other_listed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.zip", Zip(("a.md", "甲"), ("a.md", "乙")));

        var items = InputReader.Read([folder.Path]).ToList();

        Assert.Equal("甲", Encoding.UTF8.GetString(Assert.Single(items, item => item.File is not null).File!.Bytes.Span));
        Assert.Contains("two files of this name", Assert.Single(items, item => item.File is null).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Word_files_are_taken_from_folders_and_archives_and_the_file_beside_an_open_one_is_not()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["a.docx", "~$a.docx", "b.docm", "c.doc"]) folder.Write("d/" + name, "x");
        folder.Write("z.zip", Zip(("a.docx", "x"), ("~$a.docx", "x")));
        folder.Write("word.zip", Zip(("word/document.xml", "x")));

        var items = InputReader.Read([folder.Path]).ToList();

        Assert.Equal(["d/a.docx", "d/b.docm", "d/c.doc", "a.docx"], items.Where(item => item.File is not null).Select(item => item.File!.RelativePath));
        Assert.Contains("name it .docx", Assert.Single(items, item => item.File is null).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bomb.zip", Zip(("a.txt", new string('a', 30_000_000))));

        Assert.Contains("200 times", Assert.Single(InputReader.Read([folder.Path])).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_bytes_were_changed_is_not_imported()
    {
        using var folder = new TemporaryFolder();
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("a.md", CompressionLevel.NoCompression).Open();
            entry.Write("kept as it is"u8);
        }

        var bytes = memory.ToArray();
        bytes[bytes.AsSpan().IndexOf("kept"u8)] = (byte)'K';
        folder.Write("a.zip", bytes);

        Assert.Contains("checksum", Assert.Single(InputReader.Read([folder.Path])).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_archive_is_refused_with_a_reason()
    {
        using var folder = new TemporaryFolder();
        var whole = Zip(("a.md", "# 题\n\n字字字字字字"));
        for (var cut = 0; cut < whole.Length; cut += 7) folder.Write($"cut{cut:D4}.zip", whole[..cut]);
        for (var at = 0; at < whole.Length; at += 5)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0xFF;
            folder.Write($"bad{at:D4}.zip", changed);
        }

        foreach (var item in InputReader.Read([folder.Path])) Assert.True(item.File is not null || item.Reason is { Length: > 0 });
    }

    [Theory]
    [InlineData("img/a.png", true)]
    [InlineData("./img/../img/a.png?x=1", true)]
    [InlineData("/posts/img/a.png", true)]
    [InlineData("img/%E5%9B%BE%20a.png", true)]
    [InlineData("img/missing.png", false)]
    [InlineData("../../secret.png", false)]
    [InlineData("..%2F..%2Fsecret.png", false)]
    [InlineData("https://x.example/a.png", false)]
    [InlineData("//x.example/a.png", false)]
    [InlineData("data:image/png,x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("..\\..\\secret.png", false)]
    [InlineData("link.png", false)]
    public void A_picture_is_found_only_below_the_root(string address, bool found)
    {
        using var folder = new TemporaryFolder();
        folder.Write("secret.png", "s");
        folder.Write("root/posts/a.md", "x");
        folder.Write("root/posts/img/a.png", "p");
        folder.Write("root/posts/img/图 a.png", "p");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "root/posts/link.png"), Path.Combine(folder.Path, "secret.png"));
        var item = Assert.Single(InputReader.Read([Path.Combine(folder.Path, "root")]));

        Assert.Equal(found, item.Pictures.Find(item.File!, address) is not null);
    }

    [Fact]
    public void A_picture_is_found_in_the_same_archive()
    {
        using var folder = new TemporaryFolder();
        folder.Write("news.zip", Zip(("a/x.md", "字"), ("a/p.png", "p"), ("q.png", "q")));
        var item = Assert.Single(InputReader.Read([folder.Path]));

        Assert.Equal("p"u8.ToArray(), item.Pictures.Find(item.File!, "p.png"));
        Assert.Equal("q"u8.ToArray(), item.Pictures.Find(item.File!, "../q.png"));
        Assert.Null(item.Pictures.Find(item.File!, "../../news.zip"));
    }

    private static byte[] Zip(params (string Name, string Text)[] files) => Zip(null, files);

    private static byte[] Zip(Encoding? names, params (string Name, string Text)[] files)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
