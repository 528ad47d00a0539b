using System.Text;
using System.Text.Json;

namespace NewsPortal.Benchmarks;

/// <summary>Articles of made-up words with the statistics of language: few words are common, most are rare (Zipf), topics share names.</summary>
internal static class Corpus
{
    private const int WordCount = 20_000;
    private const int CharacterCount = 3500;
    private const int TopicCount = 400;
    private const int WordsPerArticle = 450;

    /// <summary>Writes a JSON Lines file.</summary>
    public static void Write(string file, int articles)
    {
        var random = new Random(20261124);
        var words = Enumerable.Range(0, WordCount).Select(_ => Word(random, random.Next(10) < 7 ? 2 : 3)).ToArray();
        var topics = Enumerable.Range(0, TopicCount).Select(_ => Enumerable.Range(0, 6).Select(_ => Word(random, 3)).ToArray()).ToArray();
        // One headline twice would be two pages of one title, a publisher's doing that no site mends.
        var headlines = new HashSet<string>(StringComparer.Ordinal);
        using var writer = new StreamWriter(file);
        for (var i = 0; i < articles; i++)
        {
            string[] topic;
            string headline;
            do
            {
                topic = topics[random.Next(TopicCount)];
                headline = topic[random.Next(6)] + words[Rank(random, WordCount)] + topic[random.Next(6)] + words[Rank(random, WordCount)];
            }
            while (!headlines.Add(headline));
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                id = $"bench-{i}",
                title = headline,
                date = new DateTime(2020, 1, 1, 8, 0, 0, DateTimeKind.Unspecified).AddMinutes(i * 7).ToString("yyyy-MM-dd HH:mm:ss"),
                source = $"来源{random.Next(40)}",
                section = $"栏目{random.Next(8)}",
                author = words[i % 120],
                tags = new[] { topic[0], topic[1] },
                text = Text(random, words, topic),
            }));
        }
    }

    private static string Text(Random random, string[] words, string[] topic)
    {
        var text = new StringBuilder();
        for (var i = 0; i < WordsPerArticle; i++)
        {
            text.Append(random.Next(25) == 0 ? topic[random.Next(6)] : words[Rank(random, WordCount)]);
            if (i % 12 == 11)
            {
                text.Append(i % 60 == 59 ? "。\n" : "，");
            }
        }

        return text.Append('。').ToString();
    }

    // Rank r with a share of about 1/r.
    private static int Rank(Random random, int count) => (int)Math.Min(count - 1, Math.Exp(random.NextDouble() * Math.Log(count)) - 1);

    private static string Word(Random random, int length)
    {
        var word = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            // Some 3,500 characters make up all but a thousandth of Chinese print, a few hundred of them half of it.
            word.Append((char)(0x4E00 + Rank(random, CharacterCount)));
        }

        return word.ToString();
    }
}
