using CsCheck;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Ledgers;

namespace NewsPortal.Tests.Importing.Ledgers;

public sealed class LedgerBuilderTests
{
    [Fact]
    public void It_counts_code_points_not_units()
    {
        var ledger = new LedgerBuilder("𠮷野家\n正文");
        ledger.Add(0, 4, Fate.Field, "headline", "first line");
        ledger.Add(5, 2, Fate.Kept, "paragraph", "prose");

        Assert.Equal([new(0, 4, Fate.Field, "headline", "first line"), new(4, 2, Fate.Kept, "paragraph", "prose")], ledger.Build());
    }

    [Fact]
    public void What_no_rule_took_is_dropped_and_says_so()
    {
        var ledger = new LedgerBuilder("甲乙丙");
        ledger.Add(1, 1, Fate.Kept, "paragraph", "prose");

        Assert.Equal([Fate.Dropped, Fate.Kept, Fate.Dropped], ledger.Build().Select(e => e.Fate));
    }

    [Fact]
    public void Any_marks_leave_neither_gap_nor_overlap() =>
        Gen.Select(Gen.String[Gen.Char["甲 \n\uD842\uDFB7a"], 0, 60], Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60]).Array[0, 8]).Sample((text, marks) =>
        {
            var ledger = new LedgerBuilder(text);
            foreach (var (start, length) in marks)
            {
                ledger.Add(Math.Min(start, text.Length), Math.Min(length, text.Length - Math.Min(start, text.Length)), Fate.Kept, null, "mark");
            }

            var at = 0;
            foreach (var entry in ledger.Build())
            {
                if (entry.Start != at || entry.Length <= 0)
                {
                    return false;
                }

                at += entry.Length;
            }

            return at == text.EnumerateRunes().Count();
        });
}
