using System.IO.Compression;
using System.Text;

namespace NewsPortal.Tests.Importing.WordFiles;

public sealed class HostileWordTests
{
    private const string Types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"{0}\"/></Types>";
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Links = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    private const string Prose = "海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。";

    private static byte[] Package(string document, string type = Main, string links = Links, Action<ZipArchive>? more = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Types.Replace("{0}", type, StringComparison.Ordinal));
            Add(zip, "_rels/.rels", links);
            Add(zip, "word/document.xml", document);
            more?.Invoke(zip);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open());
        writer.Write(text);
    }

    private static string Document(string body) => $"<?xml version=\"1.0\"?><w:document {AWordFile.Names}><w:body>{body}</w:body></w:document>";

    private static void AssertRefused(byte[] bytes, string because, string extension = ".docx")
    {
        var extraction = AWordFile.Try(bytes, extension);
        Assert.Null(extraction.Article);
        Assert.True(extraction.Error!.Contains(because, StringComparison.Ordinal), extraction.Error);
    }

    [Fact]
    public void What_is_no_Word_file_is_named()
    {
        AssertRefused("hello"u8.ToArray(), "no Word file");
        AssertRefused("<html>"u8.ToArray(), "web page or XML");
        AssertRefused(@"{\rtf1 hello}"u8.ToArray(), "Rich Text");
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        AssertRefused([.. ole, .. Encoding.Unicode.GetBytes("WordDocument")], "save it as .docx", ".doc");
        AssertRefused([.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "without a password");
    }

    [Fact]
    public void A_zip_archive_that_is_no_document_is_refused()
    {
        AssertRefused(Package("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "open it in Word");
        AssertRefused(Package(Document(""), links: Links.Replace("word/document.xml", "word/gone.xml", StringComparison.Ordinal)), "save");
        AssertRefused(Package("<x"), "no Word document");
        AssertRefused(Package(Document("")), "holds no text");
        using var empty = new MemoryStream();
        using (new ZipArchive(empty, ZipArchiveMode.Create, leaveOpen: true)) { }
        AssertRefused(empty.ToArray(), "Word");
    }

    [Fact]
    public void A_document_cut_short_anywhere_is_refused_or_read()
    {
        var whole = AWordFile.Of("灯火里的阅读时光", Prose).Bytes();
        for (var length = 1; length < whole.Length; length += 197)
            Assert.True(AWordFile.Try(whole[..length]) is { Error.Length: > 10 } or { Article: not null });
    }

    [Fact]
    public void A_document_with_a_flipped_byte_anywhere_is_refused_or_read()
    {
        var whole = AWordFile.Of("灯火里的阅读时光", Prose).Bytes();
        for (var at = 0; at < whole.Length; at += 61)
        {
            byte[] broken = [.. whole];
            broken[at] ^= 0x5A;
            Assert.True(AWordFile.Try(broken) is { Error.Length: > 10 } or { Article: not null });
        }
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_read()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(Package(Document($"<w:p>{AWordFile.Run(new string('a', 20_000_000))}</w:p>")), "unpacks to more than");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
    }

    [Fact]
    public void A_document_longer_than_any_book_is_refused()
    {
        var text = string.Concat(Enumerable.Range(0, 600_000).Select(i => (char)(0x4E00 + ((uint)i * 7919 % 20000))));
        AssertRefused(Package(Document(string.Concat(Enumerable.Repeat($"<w:p>{AWordFile.Run(text)}</w:p>", 8)))), "are stored: divide it");
    }

    [Fact]
    public void Ten_thousand_nested_tables_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 10_000)) + "<w:p/>" + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 10_000));
        AssertRefused(Package(Document(deep)), "too deeply nested");
    }

    [Fact]
    public void Entities_and_document_types_are_refused()
    {
        var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        AssertRefused(Package(Document($"<w:p><w:r><w:t>&b;&e;</w:t></w:r></w:p>").Replace("<w:document", bomb + "<w:document", StringComparison.Ordinal)), "no Word document");
    }

    [Fact]
    public void A_long_chain_of_parts_ends()
    {
        var links = (int i) => $"<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://example.org/x\" Target=\"/word/p{i}.xml\"/></Relationships>";
        var bytes = Package(Document($"<w:p>{AWordFile.Run("灯火里的阅读时光")}</w:p><w:p>{AWordFile.Run(Prose)}</w:p>"), more: zip =>
        {
            Add(zip, "word/_rels/document.xml.rels", links(0));
            for (var i = 0; i < 1400; i++)
            {
                Add(zip, $"word/p{i}.xml", "<x/>");
                Add(zip, $"word/_rels/p{i}.xml.rels", links(i + 1));
            }
        });
        Assert.True(AWordFile.Try(bytes) is { Error.Length: > 10 } or { Article: not null });
    }

    [Fact]
    public void A_link_that_no_address_can_be_made_of_costs_nothing_but_the_link()
    {
        var links = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"h1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"http://[bad\" TargetMode=\"External\"/></Relationships>";
        var bytes = Package(Document($"<w:p>{AWordFile.Run("灯火里的阅读时光")}</w:p><w:p>{AWordFile.Run(Prose)}<w:hyperlink r:id=\"h1\">{AWordFile.Run("链接")}</w:hyperlink></w:p>"), more: zip => Add(zip, "word/_rels/document.xml.rels", links));
        Assert.Contains("链接", AWordFile.Try(bytes).Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_secondary_part_is_left_out_and_said()
    {
        var links = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
        var bytes = Package(Document($"<w:p>{AWordFile.Run("灯火里的阅读时光")}</w:p><w:p>{AWordFile.Run(Prose)}</w:p>"), more: zip =>
        {
            Add(zip, "word/_rels/document.xml.rels", links);
            Add(zip, "word/styles.xml", "<w:styles");
        });
        var extraction = AWordFile.Try(bytes);
        Assert.True(extraction.Article is not null || extraction.Error!.Contains("save it as .docx", StringComparison.Ordinal));
    }

    [Fact]
    public void Damaged_properties_cost_nothing_but_the_properties()
    {
        var links = Links.Replace("</Relationships>", "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>", StringComparison.Ordinal);
        var bytes = Package(Document($"<w:p>{AWordFile.Run("灯火里的阅读时光")}</w:p><w:p>{AWordFile.Run(Prose)}</w:p>"), Main + "\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml", links, zip => Add(zip, "docProps/core.xml", "<cp:coreProperties"));
        var extraction = AWordFile.Try(bytes);
        Assert.True(extraction.Article is not null, extraction.Error);
        Assert.Contains(extraction.Article.Warnings, warning => warning.Message.Contains("properties are damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_that_mean_nothing_do_no_harm()
    {
        var odd = "<w:pPr><w:pStyle w:val=\"\"/><w:outlineLvl w:val=\"x\"/><w:jc w:val=\"?\"/><w:numPr><w:ilvl w:val=\"-9\"/><w:numId w:val=\"99999999999\"/></w:numPr></w:pPr>";
        var table = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999999\"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>";
        Assert.Equal(Prose, AWordFile.Try(Package(Document($"<w:p>{AWordFile.Run("灯火里的阅读时光")}</w:p><w:p>{odd}{AWordFile.Run(Prose, "<w:sz w:val=\"huge\"/><w:b w:val=\"perhaps\"/>")}</w:p>{table}"))).Article!.Body.Value.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal).Replace("<strong>", "", StringComparison.Ordinal).Replace("</strong>", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Macros_are_neither_run_nor_read()
    {
        var bytes = Package(Document($"<w:p>{AWordFile.Run("灯火里的阅读时光")}</w:p><w:p>{AWordFile.Run(Prose)}</w:p>"), "application/vnd.ms-word.document.macroEnabled.main+xml", more: zip => Add(zip, "word/vbaProject.bin", "macro"));
        Assert.Equal("灯火里的阅读时光", AWordFile.Try(bytes, ".docm").Article!.Headline);
    }
}
