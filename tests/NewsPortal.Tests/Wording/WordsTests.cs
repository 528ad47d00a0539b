using System.Reflection;
using System.Text.RegularExpressions;
using NewsPortal.Core.Articles;
using NewsPortal.Web.Wording;

namespace NewsPortal.Tests.Wording;

/// <summary>All words of all languages, asked for one by one.</summary>
public sealed partial class WordsTests
{
    public static TheoryData<string> Languages => [.. Words.All.Select(w => w.Language)];

    [Fact]
    public void Every_language_that_the_setting_allows_has_its_words()
    {
        Assert.Equal(["zh-Hans", "zh-Hant", "en"], Words.All.Select(w => w.Language));
        Assert.All(Words.All, w => Assert.Same(w, Words.In(w.Language)));
        Assert.Equal("zh-Hans", Words.In("xx").Language);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_word_is_missing(string language)
    {
        var said = Said(Words.In(language)).ToList();
        Assert.True(said.Count > 120, "the words are looked at");
        Assert.DoesNotContain(said, s => string.IsNullOrWhiteSpace(s.Text));
    }

    [Fact]
    public void English_has_no_han_character_and_no_full_width_sign() =>
        Assert.DoesNotContain(Said(Words.In("en")), s => Scripts.Han(s.Text).Any());

    [Fact]
    public void Traditional_words_have_no_character_that_only_simplified_writing_has() =>
        Assert.Empty(Said(Words.In("zh-Hant")).SelectMany(s => Scripts.OnlySimplified(s.Text).Select(c => $"{s.Member}: {c}")));

    [Fact]
    public void Simplified_words_have_no_traditional_character() =>
        Assert.Empty(Said(Words.In("zh-Hans")).SelectMany(s => Scripts.OnlyTraditional(s.Text).Select(c => $"{s.Member}: {c}")));

    [Fact]
    public void Quotation_marks_are_those_of_the_language()
    {
        Assert.DoesNotContain(Said(Words.In("zh-Hant")), s => s.Text.Contains('“', StringComparison.Ordinal));
        Assert.DoesNotContain(Said(Words.In("zh-Hans")), s => s.Text.Contains('「', StringComparison.Ordinal));
        Assert.Contains("「橋」", Words.In("zh-Hant").NotFound("橋"), StringComparison.Ordinal);
    }

    [Fact]
    public void English_tells_one_from_many()
    {
        Assert.DoesNotContain(Said(Words.In("en"), 1), s => OneOfMany().IsMatch(s.Text));
        var words = Words.In("en");
        Assert.Equal("1 article found.", words.Found(1, isFloor: false));
        Assert.Equal("1,200 articles found.", words.Found(1200, isFloor: false));
        Assert.Equal("The site: the latest news in A, B and C", words.FrontDescription("The site", ["A", "B", "C"]));
        Assert.Equal("The site: the latest news in A", words.FrontDescription("The site", ["A"]));
    }

    [Theory]
    [InlineData("zh-Hans", "zh-Hans", "1200字，约3分钟")]
    [InlineData("zh-Hant", "zh-Hant", "1200 字，約 3 分鐘")]
    [InlineData("en", "zh-Hans", "1,200 characters, about 3 minutes")]
    [InlineData("en", "en", "1,200 words, about 5 minutes")]
    [InlineData("zh-Hans", "en", "1200词，约5分钟")]
    public void A_length_is_told_in_the_sites_language_and_counted_in_the_articles(string language, string text, string expected) =>
        Assert.Equal(expected, Words.In(language).Length(ReadingLength.Of(new Article { Language = text, CharacterCount = 1200 })));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_refusal_says_which(string language)
    {
        var words = Words.In(language);
        Assert.Equal(5, new[] { 400, 404, 410, 500, 503 }.Select(s => words.Refusal(s).Title).Distinct().Count());
    }

    private static IEnumerable<(string Member, string Text)> Said(Words words, int count = 1200)
    {
        foreach (var property in typeof(Words).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            foreach (var text in Texts(property.GetValue(words)))
            {
                yield return (property.Name, text);
            }
        }

        foreach (var method in typeof(Words).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName))
        {
            foreach (var floor in method.GetParameters().Any(p => p.ParameterType == typeof(bool)) ? new[] { true, false } : [false])
            {
                foreach (var text in Texts(method.Invoke(words, [.. method.GetParameters().Select(p => Sample(p, count, floor))])))
                {
                    yield return (method.Name, text);
                }
            }
        }
    }

    private static object Sample(ParameterInfo parameter, int count, bool floor) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "X",
        var t when t == typeof(int) => count,
        var t when t == typeof(long) => 7L,
        var t when t == typeof(bool) => floor,
        var t when t == typeof(ReadingLength) => new ReadingLength(count, InWords: false),
        var t when t == typeof(IReadOnlyList<string>) => (string[])["X", "Y"],
        _ => throw new InvalidOperationException($"No sample for {parameter.ParameterType}."),
    };

    // A member of another type fails here, so that none goes unread.
    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string text => [text],
        IReadOnlyList<PhrasePart> parts => [string.Concat(parts.Select(p => p.Text))],
        RefusalWords refusal => [refusal.Title, refusal.Sentence],
        SiteDates dates => [dates.Day(new DateOnly(2026, 11, 24)), dates.Weekday(new DateOnly(2026, 11, 24)), dates.NarrowDay(new DateOnly(2026, 11, 24))],
        _ => throw new InvalidOperationException($"No text in {value?.GetType()}."),
    };

    [GeneratedRegex(@"\b1 \w+s\b")]
    private static partial Regex OneOfMany();
}
