using NewsPortal.Core.Importing.Ledgers;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.Text;

/// <summary>A capture while it is read: its units, the article it becomes and the ledger of what became of each unit.</summary>
internal sealed class Capture
{
    private readonly LedgerBuilder ledger;
    private readonly bool isFolded;

    /// <summary>Starts reading.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="units">The units to read.</param>
    /// <param name="body">Which of them are the article.</param>
    /// <param name="mayBeFolded">False where a person typed the text, so that its punctuation stays as it is.</param>
    public Capture(string text, IReadOnlyList<TextUnit> units, BodyRange body, bool mayBeFolded = true)
    {
        Units = units;
        Body = body;
        ledger = new(text);
        isFolded = mayBeFolded && PunctuationWidth.IsFolded(text);
    }

    public IReadOnlyList<TextUnit> Units { get; }

    public BodyRange Body { get; }

    public ExtractedArticle Article { get; } = new();

    /// <summary>The text with the full-width marks that the capture folded to ASCII.</summary>
    public string Restore(string text) => isFolded ? PunctuationWidth.Restore(text) : text;

    /// <summary>Says that a unit stands in the body.</summary>
    public void Keep(TextUnit unit, string taken, string reason) => Mark(unit, Fate.Kept, taken, reason);

    /// <summary>Says that a unit is left out.</summary>
    public void Drop(TextUnit unit, string taken, string reason) => Mark(unit, Fate.Dropped, taken, reason);

    /// <summary>Says that a run within a unit is left out; it wins over what was said of the unit before.</summary>
    public void Drop(int start, int length, string taken, string reason) => ledger.Add(start, length, Fate.Dropped, taken, reason);

    /// <summary>Says that a unit became a field, and where the field came from.</summary>
    public void Field(TextUnit unit, string field, string rule)
    {
        Mark(unit, Fate.Field, field, rule);
        Article.Origins.TryAdd(field, new(unit.First, unit.Last, rule));
    }

    /// <summary>Says that a part of a unit became a field; a wrapped unit is marked as a whole.</summary>
    public void Field(TextUnit unit, int start, int length, string field, string rule)
    {
        if (unit.IsOneLine)
        {
            ledger.Add(unit.Start + start, length, Fate.Field, field, rule);
        }
        else
        {
            Mark(unit, Fate.Field, field, rule);
        }

        Article.Origins.TryAdd(field, new(unit.First, unit.Last, rule));
    }

    /// <summary>Writes the ledger into the article.</summary>
    public void Finish()
    {
        if (Article.Byline is { } byline && Units.FirstOrDefault(u => u.Text.Contains(byline, StringComparison.Ordinal)) is { } signed)
        {
            Article.Origins.TryAdd("byline", new(signed.First, signed.Last, "names in a line that stays"));
        }

        // A format that sets its body itself leaves the range empty.
        if (Body.First <= Body.Last)
        {
            Article.Origins.TryAdd("body", new(Units[Body.First].First, Units[Body.Last].Last, "paragraphs below the headline"));
        }

        Article.Ledger.Clear();
        Article.Ledger.AddRange(ledger.Build());
    }

    private void Mark(TextUnit unit, Fate fate, string taken, string reason) => ledger.Add(unit.Start, unit.End - unit.Start, fate, taken, reason);
}
