using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>Everything that a document says: its text, the notes that it refers to, and what is left out of both.</summary>
/// <param name="Body">The text.</param>
/// <param name="Notes">Footnotes and endnotes in the order of their numbers.</param>
/// <param name="Pictures">The pictures of both.</param>
/// <param name="Warnings">What an editor should see.</param>
internal sealed record WordStories(IReadOnlyList<WordBlock> Body, IReadOnlyList<WordBlock> Notes, WordPictures Pictures, IReadOnlyList<ImportWarning> Warnings)
{
    /// <summary>Reads a document and lays out its text.</summary>
    /// <exception cref="RejectedInputException">It has no text part, or one beyond the limits.</exception>
    public static WordStories Read(WordprocessingDocument document, WordText text)
    {
        var warnings = new List<ImportWarning>();
        var main = document.MainDocumentPart ?? throw new RejectedInputException("the Word file has no text part: open it in Word and save it again");
        var body = PartGuard.Root(main, warnings).Child("body") ?? throw new RejectedInputException("the Word file has no text: open it in Word and save it again");
        var styles = new WordStyles(PartGuard.Root(main.StyleDefinitionsPart, warnings));
        var numbering = new WordNumbering(PartGuard.Root(main.NumberingDefinitionsPart, warnings), styles);
        var source = new WordSource(styles, numbering, warnings);
        var blocks = new StoryReader(source, main).Read(body, null);
        text.Add(blocks);
        var (notes, unreferenced) = ReadNotes(source, main, warnings);
        text.Add(notes);
        text.Add(unreferenced);
        text.Add(Aside(source, main.WordprocessingCommentsPart, LeftOut.Comment, warnings));
        foreach (var part in main.HeaderParts) text.Add(Aside(source, part, LeftOut.Header, warnings));
        foreach (var part in main.FooterParts) text.Add(Aside(source, part, LeftOut.Footer, warnings));
        return new(blocks, notes, source.Pictures, warnings);
    }

    // A note may refer to another one, so the list can grow while it is read.
    private static (List<WordBlock> Referenced, List<WordBlock> Others) ReadNotes(WordSource source, MainDocumentPart main, List<ImportWarning> warnings)
    {
        var stories = new Dictionary<NoteReference, (OpenXmlElement Note, OpenXmlPart Part)>();
        Gather(main.FootnotesPart, false);
        Gather(main.EndnotesPart, true);
        var referenced = new List<WordBlock>();
        for (var i = 0; i < source.Notes.Count; i++)
        {
            if (!stories.Remove(source.Notes[i], out var story)) continue;
            var blocks = new StoryReader(source, story.Part, i + 1).Read(story.Note, null);
            if (blocks.FindIndex(block => block is WordParagraph) is >= 0 and var first)
            {
                var paragraph = (WordParagraph)blocks[first];
                blocks[first] = paragraph with { Pieces = [new WordPiece($"[{i + 1}] ", Made: true), .. paragraph.Pieces] };
            }

            referenced.AddRange(blocks);
        }

        return (referenced, [.. stories.Values.SelectMany(story => new StoryReader(source, story.Part).Read(story.Note, LeftOut.Unreferenced))]);

        void Gather(OpenXmlPart? part, bool isEndnote)
        {
            // The separators between text and notes are stored as notes with a type.
            foreach (var note in PartGuard.Root(part, warnings)?.ChildElements.Where(child => child.Attribute("type") is null or "normal") ?? [])
                if (note.Attribute("id") is { } id) stories.TryAdd(new NoteReference(isEndnote, id), (note, part!));
        }
    }

    private static List<WordBlock> Aside(WordSource source, OpenXmlPart? part, LeftOut left, List<ImportWarning> warnings) =>
        PartGuard.Root(part, warnings) is { } root ? new StoryReader(source, part!).Read(root, left) : [];
}
