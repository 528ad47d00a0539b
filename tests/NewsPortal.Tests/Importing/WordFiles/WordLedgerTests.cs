using CsCheck;
using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing.WordFiles;

public sealed class WordLedgerTests
{
    private static readonly Gen<string> Text =
        Gen.String[Gen.OneOf(Gen.Char['一', '龥'], Gen.Char['a', 'z'], Gen.Char["，。： 《》19、！\u3000-()【】图摄来源"]), 1, 60];

    [Fact]
    public void Any_text_comes_back_in_the_ledger_whole_and_every_kept_paragraph_is_in_the_body() =>
        Text.Array[1, 12].Sample(paragraphs =>
        {
            var extraction = AWordFile.Of(paragraphs).Try();
            if (extraction.Article is not { } article) return extraction.Error is { Length: > 10 };
            var decoded = extraction.Decoded!;
            var words = paragraphs.Where(text => text.Trim().Length > 0);
            return string.Concat(words.Select(text => text + "\n")) == string.Concat(decoded.Split('\n').Where(line => line.Trim().Length > 0).Select(line => line + "\n"))
                && Covers(article.Ledger, decoded) && article.Ledger.Where(entry => entry.Fate == Fate.Kept).All(entry => IsIn(article, decoded.Substring(entry.Start, entry.Length)));
        }, iter: 200);

    [Fact]
    public void Every_field_is_found_in_the_ledger()
    {
        var extraction = AWordFile.Of("灯火里的阅读时光", "2026-11-20 来源：海桥晚报 作者：林小舟", "海桥市图书馆二十日起试行夜间开放，每天延长三个小时。", "责任编辑：周远").Try();
        var fields = extraction.Article!.Ledger.Where(entry => entry.Fate == Fate.Field).ToDictionary(entry => entry.As!, entry => extraction.Decoded!.Substring(entry.Start, entry.Length).Trim());
        Assert.Equal(("灯火里的阅读时光", "2026-11-20", "海桥晚报", "林小舟", "周远"), (fields["headline"], fields["published"], fields["source"], fields["byline"], fields["editor"]));
    }

    private static bool Covers(List<LedgerEntry> ledger, string decoded) =>
        ledger.Aggregate(0, (at, entry) => entry.Start == at ? at + entry.Length : -1) == decoded.EnumerateRunes().Count();

    private static bool IsIn(ExtractedArticle article, string kept)
    {
        var body = Letters(article.Text) + string.Concat(article.Pictures.Select(picture => "|" + Letters(picture.Caption + picture.Credit)));
        return kept.Split('\n').All(line => body.Contains(Letters(line), StringComparison.Ordinal));
    }

    // White space is tidied and the brackets round a caption or heading are taken off on the way.
    private static string Letters(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c)));
}
