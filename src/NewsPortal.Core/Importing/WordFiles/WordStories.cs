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
        var warnings = new WordWarnings();
        var guard = new PartGuard(warnings);
        var main = document.MainDocumentPart ?? throw new RejectedInputException("the Word file has no text part: open it in Word and save it again");
        var body = guard.Root(main).Child("body") ?? throw new RejectedInputException("the Word file has no text: open it in Word and save it again");
        var styles = new WordStyles(guard.Root(main.StyleDefinitionsPart));
        var numbering = new WordNumbering(guard.Root(main.NumberingDefinitionsPart), styles);
        var source = new WordSource(styles, numbering, new WordLinks(), guard, warnings);
        var blocks = new StoryReader(source, main).Read(body, null);
        text.Add(blocks);
        main.UnloadRootElement();
        var (notes, unreferenced) = ReadNotes(source, main, guard);
        text.Add(notes);
        text.Add(unreferenced);
        text.Add(Aside(source, main.WordprocessingCommentsPart, LeftOut.Comment, guard));
        foreach (var part in main.HeaderParts) text.Add(Aside(source, part, LeftOut.Header, guard));
        foreach (var part in main.FooterParts) text.Add(Aside(source, part, LeftOut.Footer, guard));
        return new(blocks, notes, source.Pictures, warnings.Said);
    }

    // A note may refer to another one, so the list can grow while it is read.
    private static (List<WordBlock> Referenced, List<WordBlock> Others) ReadNotes(WordSource source, MainDocumentPart main, PartGuard guard)
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

        List<WordBlock> others = [.. stories.Values.SelectMany(story => new StoryReader(source, story.Part).Read(story.Note, LeftOut.Unreferenced))];
        main.FootnotesPart?.UnloadRootElement();
        main.EndnotesPart?.UnloadRootElement();
        return (referenced, others);

        void Gather(OpenXmlPart? part, bool isEndnote)
        {
            // The separators between text and notes are stored as notes with a type.
            foreach (var note in guard.Root(part)?.ChildElements.Where(child => child.Attribute("type") is null or "normal") ?? [])
                if (note.Attribute("id") is { } id) stories.TryAdd(new NoteReference(isEndnote, id), (note, part!));
        }
    }

    private static List<WordBlock> Aside(WordSource source, OpenXmlPart? part, LeftOut left, PartGuard guard)
    {
        if (guard.Root(part) is not { } root) return [];
        var blocks = new StoryReader(source, part!).Read(root, left);
        part!.UnloadRootElement();
        return blocks;
    }
}
