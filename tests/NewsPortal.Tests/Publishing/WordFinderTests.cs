using System.Diagnostics;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Publishing.Words;

namespace NewsPortal.Tests.Publishing;

/// <summary>The publisher's own list of words, held against texts.</summary>
public sealed class WordFinderTests
{
    [Fact]
    public void The_longest_word_counts_none_overlaps_and_a_word_within_its_right_form_is_none()
    {
        var finder = Finder("帐\t账", "帐号\t账号", "的地\t地", "做\t做好");
        Assert.Equal(["帐号", "帐", "做"], finder.Places("帐号和帐本，做好了又做。").Select(p => p.Word.Wrong));
        Assert.Equal("账号和帐本，帐号", finder.Replace("帐号和帐本，帐号", "帐号").Replace("帐本，账号", "帐本，帐号", StringComparison.Ordinal));
        Assert.Equal("做好了又做好。", finder.Replace("做好了又做。", "做"));
        var hit = Assert.Single(finder.Hits(["用户的帐号", null, "帐号"]));
        Assert.Equal((2, "用户的", string.Empty), (hit.Count, hit.Before, hit.After));
    }

    [Fact]
    public void What_is_found_is_what_a_slow_search_finds_in_any_text()
    {
        var random = new Random(20261130);
        const string Letters = "帐号账本的地得";
        for (var round = 0; round < 2000; round++)
        {
            var words = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Word(random.Next(1, 4))).Distinct().Select(w => new WrongWord { Wrong = w }).ToList();
            var text = Word(random.Next(0, 30));
            var slow = new List<(int, string)>();
            for (var at = 0; at < text.Length;)
            {
                var word = words.Where(w => string.CompareOrdinal(text, at, w.Wrong, 0, w.Wrong.Length) == 0).MaxBy(w => w.Wrong.Length);
                if (word is not null)
                {
                    slow.Add((at, word.Wrong));
                }

                at += word?.Wrong.Length ?? 1;
            }

            Assert.Equal(slow, new WordFinder(words).Places(text).Select(p => (p.At, p.Word.Wrong)));
        }

        string Word(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(Letters.Length)]));
    }

    [Fact]
    public void Thousands_of_words_cost_a_long_text_milliseconds()
    {
        var finder = new WordFinder(Enumerable.Range(0, 5000).Select(i => new WrongWord { Wrong = $"{(char)(0x4E00 + (i * 3))}{(char)(0x5000 + i)}" }));
        var text = string.Concat(Enumerable.Repeat("河水退了，路又通了，两岸的人都出来看。", 1000));
        Assert.Empty(finder.Places(text));
        var clock = Stopwatch.StartNew();
        Assert.Empty(finder.Places(text));
        Assert.InRange(clock.ElapsedMilliseconds, 0, 200);
    }

    [Fact]
    public void Words_are_put_right_in_what_is_read_and_never_in_an_address()
    {
        var finder = Finder("帐号\t账号");
        Assert.Equal(
            "<p>账号<a href=\"/帐号\">账号</a></p><figure><img src=\"/media/帐号.jpg\" alt=\"帐号\"><figcaption>账号</figcaption></figure>",
            finder.Replace("<p>帐号<a href='/帐号'>帐号</a></p><figure><img src='/media/帐号.jpg' alt='帐号'><figcaption>帐号</figcaption></figure>", BodyFormat.Html, "帐号"));
    }

    [Fact]
    public void Lines_become_words_and_those_that_are_none_are_told()
    {
        var (words, refused) = WordList.Read($"# 表\n帐号\t账号\n\n对的\t对的\n慎用词\n渡轮\t渡船\t本报用语\r\n\t空\n{new string('长', 41)}\t短");
        Assert.Equal([("帐号", "账号", null), ("慎用词", "", null), ("渡轮", "渡船", "本报用语")], words.Select(w => (w.Wrong, w.Right, w.Reason)));
        Assert.Equal([4, 7, 8], refused);
    }

    private static WordFinder Finder(params string[] lines) => new(WordList.Read(string.Join('\n', lines)).Words);
}
