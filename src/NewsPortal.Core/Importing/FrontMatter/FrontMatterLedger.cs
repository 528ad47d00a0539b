using NewsPortal.Core.Importing.Ledgers;

namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>Says of every line of a front matter which field it became.</summary>
internal static class FrontMatterLedger
{
    public static void Mark(LineLedger ledger, FrontMatterBlock block)
    {
        if (block.Lines == 0) return;
        ledger.Mark(1, block.Lines, Fate.Dropped, null, "front matter");
        for (var i = 0; i < block.Entries.Count; i++)
        {
            var entry = block.Entries[i];
            var last = i + 1 < block.Entries.Count ? block.Entries[i + 1].Line - 1 : block.Lines - (block.IsComment ? 0 : 1);
            var field = FieldNames.Of(entry.Key);
            if (field is null) ledger.Mark(entry.Line, Math.Max(entry.Line, last), Fate.Dropped, null, $"no field is known by the key \"{entry.Key}\"");
            else ledger.Mark(entry.Line, Math.Max(entry.Line, last), Fate.Field, Name(field.Value), "front matter");
        }
    }

    public static string Name(ArticleField field)
    {
        var name = field.ToString();
        return field == ArticleField.ExternalId ? "id" : char.ToLowerInvariant(name[0]) + name[1..];
    }
}
