using System.Text;
using NewsPortal.Core.Documents;

namespace NewsPortal.Tests.Documents;

/// <summary>What a file is, is told by its content; what it is called is cleaned.</summary>
public sealed class DocumentCheckTests
{
    private const string Macros = "macroEnabled.main+xml";

    [Fact]
    public void Every_kind_that_is_offered_is_known_by_its_content()
    {
        foreach (var (name, bytes) in new (string, byte[])[]
        {
            ("a.pdf", ADocument.Pdf()), ("a.PDF", ADocument.Pdf()), ("a.docx", ADocument.Docx()), ("a.xlsx", ADocument.Xlsx()), ("a.pptx", ADocument.Pptx()),
            ("a.odt", ADocument.Open("text")), ("a.ods", ADocument.Open("spreadsheet")), ("a.odp", ADocument.Open("presentation")),
            ("a.doc", ADocument.Compound("WordDocument", "1Table")), ("a.xls", ADocument.Compound("Workbook")), ("a.ppt", ADocument.Compound("PowerPoint Document")),

            // A text that holds a table is a text.
            ("a.doc", ADocument.Compound("Workbook", "WordDocument")),
        })
        {
            Assert.Equal(Path.GetExtension(name).ToLowerInvariant(), DocumentCheck.Of(new MemoryStream(bytes), name).Extension);
        }
    }

    [Fact]
    public void What_is_no_document_or_holds_macros_or_is_called_another_kind_is_refused_by_name()
    {
        foreach (var (problem, name, bytes) in new (DocumentProblem, string, byte[])[]
        {
            (DocumentProblem.Empty, "a.pdf", []),
            (DocumentProblem.Kind, "a.pdf", "MZ\u0090 This program cannot be run"u8.ToArray()),
            (DocumentProblem.Kind, "a.pdf", "\u007fELF"u8.ToArray()),
            (DocumentProblem.Kind, "a.pdf", "<!doctype html><script>alert(1)</script>"u8.ToArray()),
            (DocumentProblem.Kind, "a.pdf", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()),
            (DocumentProblem.Kind, "a.pdf", "<html>%PDF-1.4"u8.ToArray()),
            (DocumentProblem.Kind, "a.doc", ADocument.Compound("__properties_version1.0", "Table")),
            (DocumentProblem.Archive, "a.zip", ADocument.Zip(("a.pdf", "%PDF-1.4"))),
            (DocumentProblem.Archive, "a.docx", ADocument.Zip(("word/document.xml", "<x/>"))),
            (DocumentProblem.Archive, "a.odt", ADocument.Zip(("x", "x"), ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"))),
            (DocumentProblem.Archive, "a.docx", ADocument.Office("/word/document.xml", "text/xml")),
            (DocumentProblem.Macros, "a.docm", ADocument.Office("/word/document.xml", "application/vnd.ms-word.document." + Macros)),
            (DocumentProblem.Macros, "a.docx", ADocument.Office("/word/document.xml", "application/vnd.ms-word.document." + Macros)),
            (DocumentProblem.Macros, "a.docx", ADocument.Docx(("word/vbaProject.bin", "x"))),
            (DocumentProblem.Macros, "a.xlsx", ADocument.Xlsx(("xl/VBAPROJECT.BIN", "x"))),
            (DocumentProblem.Macros, "a.odt", ADocument.Open("text", ("Basic/Standard/Module1.xml", "x"))),
            (DocumentProblem.Macros, "a.xls", ADocument.Compound("Workbook", "_VBA_PROJECT_CUR")),
            (DocumentProblem.Password, "a.docx", ADocument.Compound("EncryptedPackage", "EncryptionInfo")),
            (DocumentProblem.Ending, "a.exe", ADocument.Pdf()),
            (DocumentProblem.Ending, "a", ADocument.Pdf()),
            (DocumentProblem.Ending, "a.pdf", ADocument.Docx()),
            (DocumentProblem.Ending, "a.html", ADocument.Docx()),
            (DocumentProblem.Ending, "a.xls", ADocument.Compound("WordDocument")),
            (DocumentProblem.Damaged, "a.docx", ADocument.Docx()[..^30]),
            (DocumentProblem.Damaged, "a.docx", ADocument.Zip(("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>"))),
        })
        {
            var refused = Assert.Throws<RefusedDocumentException>(() => DocumentCheck.Of(new MemoryStream(bytes), name));
            Assert.Equal((name, problem), (refused.FileName, refused.Problem));
            Assert.StartsWith(name + ": ", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_name_keeps_what_people_read_and_loses_what_harms()
    {
        foreach (var (sent, clean) in new (string?, string)[]
        {
            ("水位公报.pdf", "水位公报.pdf"), ("../../etc/passwd", "passwd"), (@"C:\我的文档\年报 2026.docx", "年报 2026.docx"), ("a\u0000b\r\n.pdf", "ab.pdf"),
            ("年报\u202Efdp.exe", "年报fdp.exe"), ("\u2066a\u2069\u200B.pdf", "a.pdf"), ("...pdf", "pdf"), (".pdf", "pdf"), ("a<b>\"c|d?.pdf", "a_b__c_d_.pdf"), ("", "document"), (null, "document"), ("  . ", "document"),
            ("a\ud83d.pdf", "a.pdf"), ("表\u3000一.xlsx", "表 一.xlsx"), ("a.pdf. ", "a.pdf"),
        })
        {
            Assert.Equal(clean, DocumentName.Clean(sent));
        }

        foreach (var one in (string[])["a", "字", "𠮷"])
        {
            var name = DocumentName.Clean(string.Concat(Enumerable.Repeat(one, 400)) + ".docx");
            Assert.EndsWith(one + ".docx", name, StringComparison.Ordinal);
            Assert.True(name.Length <= 200 && Encoding.UTF8.GetByteCount(name) <= 240, name);
            Assert.DoesNotContain('\ufffd', name);
        }
    }
}
