using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing.WordFiles;

/// <summary>A Word file as a test writes it, made with the same library that Word files are read with.</summary>
internal sealed class AWordFile
{
    public const string Names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private const string DiagramNames = "xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\"";

    private readonly List<Action<MainDocumentPart>> parts = [];
    private readonly StringBuilder body = new();
    private readonly StringBuilder styles = new();

    /// <summary>A document of plain paragraphs.</summary>
    public static AWordFile Of(params IEnumerable<string> paragraphs) => paragraphs.Aggregate(new AWordFile(), (file, text) => file.Paragraph(text));

    public static string Escaped(string text) => SecurityElement.Escape(text);

    public static string Run(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{Escaped(text)}</w:t></w:r>";

    public AWordFile Paragraph(string text, string? style = null, string run = "", string paragraph = "") =>
        Xml($"<w:p><w:pPr>{(style is null ? "" : $"<w:pStyle w:val=\"{style}\"/>")}{paragraph}</w:pPr>{Run(text, run)}</w:p>");

    /// <summary>A line set large, bold and in the middle, as headlines are by writers who use no styles.</summary>
    public AWordFile BigLine(string text, int size = 44) =>
        Paragraph(text, run: $"<w:b/><w:sz w:val=\"{size}\"/>", paragraph: "<w:jc w:val=\"center\"/>");

    public AWordFile Xml(string markup)
    {
        body.Append(markup);
        return this;
    }

    public AWordFile Style(string id, string name, string? basedOn = null, string inside = "")
    {
        styles.Append($"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{(basedOn is null ? "" : $"<w:basedOn w:val=\"{basedOn}\"/>")}{inside}</w:style>");
        return this;
    }

    public AWordFile Numbering(string definitions)
    {
        parts.Add(main => main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"<w:numbering {Names}>{definitions}</w:numbering>"));
        return this;
    }

    public AWordFile Footnote(int id, string text, bool end = false)
    {
        var tag = end ? "endnote" : "footnote";
        var inside = $"<w:{tag} w:id=\"{id}\"><w:p><w:r><w:{tag}Ref/></w:r>{Run(text)}</w:p></w:{tag}>";
        if (end) parts.Add(main => main.AddNewPart<EndnotesPart>().Endnotes = new Endnotes($"<w:endnotes {Names}>{inside}</w:endnotes>"));
        else parts.Add(main => main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes($"<w:footnotes {Names}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p>{Run("----")}</w:p></w:footnote>{inside}</w:footnotes>"));
        return this;
    }

    public AWordFile Comment(string text)
    {
        parts.Add(main => main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments($"<w:comments {Names}><w:comment w:id=\"0\" w:author=\"某编辑\"><w:p>{Run(text)}</w:p></w:comment></w:comments>"));
        return this;
    }

    public AWordFile Header(string text) => HeaderXml($"<w:p>{Run(text)}</w:p>");

    public AWordFile HeaderXml(string markup)
    {
        parts.Add(main => main.AddNewPart<HeaderPart>().FeedData(new MemoryStream(Encoding.UTF8.GetBytes($"<w:hdr {Names}>{markup}</w:hdr>"))));
        return this;
    }

    public AWordFile Footer(string text)
    {
        parts.Add(main => main.AddNewPart<FooterPart>().Footer = new Footer($"<w:ftr {Names}><w:p>{Run(text)}</w:p></w:ftr>"));
        return this;
    }

    public AWordFile Properties(string? title = null, string? creator = null, DateTime? created = null, string? keywords = null)
    {
        parts.Add(main =>
        {
            var properties = main.OpenXmlPackage.PackageProperties;
            (properties.Title, properties.Creator, properties.Created, properties.Keywords) = (title, creator, created, keywords);
        });
        return this;
    }

    /// <summary>Adds a picture's bytes and gives the id of its relationship.</summary>
    public AWordFile Image(string id, byte[] bytes)
    {
        parts.Add(main => main.AddImagePart(ImagePartType.Png, id).FeedData(new MemoryStream(bytes)));
        return this;
    }

    public AWordFile Link(string id, string address)
    {
        parts.Add(main => main.AddHyperlinkRelationship(new Uri(address, UriKind.RelativeOrAbsolute), true, id));
        return this;
    }

    public AWordFile LinkedImage(string id, string address)
    {
        parts.Add(main => main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri(address), id));
        return this;
    }

    /// <summary>Adds a diagram's words, a paragraph each; a <see cref="DiagramReference"/> shows them.</summary>
    public AWordFile Diagram(string id, params IEnumerable<string> words)
    {
        var model = $"<dgm:dataModel {DiagramNames} {Names}>{string.Concat(words.Select(word => $"<a:p><a:r><a:t>{Escaped(word)}</a:t></a:r></a:p>"))}</dgm:dataModel>";
        parts.Add(main => main.AddNewPart<DiagramDataPart>(id).FeedData(new MemoryStream(Encoding.UTF8.GetBytes(model))));
        return this;
    }

    public static string DiagramReference(string id) => $"<w:r><w:drawing><dgm:relIds {DiagramNames} r:dm=\"{id}\"/></w:drawing></w:r>";

    /// <summary>A picture in a paragraph of its own, by the relationship that names its bytes.</summary>
    public AWordFile Picture(string id, string alt = "") => Xml($"<w:p>{Drawing(id, alt)}</w:p>");

    public static string Drawing(string id, string alt = "") =>
        $"<w:r><w:drawing><wp:inline><wp:extent cx=\"900000\" cy=\"900000\"/><wp:docPr id=\"1\" name=\"p\" descr=\"{Escaped(alt)}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
        + $"<pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"p\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{id}\"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            foreach (var part in parts) part(main);
            if (styles.Length > 0) main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"<w:styles {Names}>{styles}</w:styles>");
            main.Document = new Document($"<w:document {Names}><w:body>{body}</w:body></w:document>");
        }

        return stream.ToArray();
    }

    public Extraction Try() => Try(Bytes());

    public static Extraction Try(byte[] bytes, string extension = ".docx", string path = "a") =>
        ArticleExtractor.Extract(new SourceFile(path + extension, path + extension, bytes, extension), Extracted.Options);

    public ExtractedArticle Article()
    {
        var extraction = Try();
        Assert.True(extraction.Article is not null, extraction.Error);
        return extraction.Article;
    }
}
