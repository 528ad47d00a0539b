using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>Reprints as other newsrooms make them: another width of punctuation, a sentence or caption cut, the end cut off, another headline, a source line, paragraphs in another order.</summary>
/// <param name="seed">The same seed makes the same copies.</param>
internal sealed partial class EditedCopies(int seed)
{
    private static readonly Dictionary<char, char> Narrow = "，。：；！？（）“”".Zip(",.:;!?()\"\"").ToDictionary();

    // A fixed generator: the copies must be the same in every release of the runtime.
    private ulong _state = (ulong)seed;

    private enum Edit
    {
        Width,
        Cut,
        Truncate,
        Headline,
        SourceLine,
        Reorder,
    }

    /// <summary>Makes a copy with one to three edits.</summary>
    /// <param name="headline">The original's headline.</param>
    /// <param name="text">The original's text.</param>
    public (string Headline, string Text) Of(string headline, string text)
    {
        var edits = Enum.GetValues<Edit>();
        foreach (var edit in Shuffled(edits).Take(Next(4) switch { 0 => 1, 1 or 2 => 2, _ => 3 }))
        {
            (headline, text) = edit switch
            {
                Edit.Width => (Narrowed(headline), Narrowed(text)),
                Edit.Cut => (headline, WithoutOne(text)),
                Edit.Truncate => (headline, text[..(text.Length * (Next(2) == 0 ? 4 : 6) / 10)]),
                Edit.Headline => ($"快讯{Next(10_000)}：{new string([.. headline.Reverse().Take(8)])}", text),
                Edit.SourceLine => (headline, $"（来源：第{Next(40)}通讯社 记者 王小明）{text}\n责任编辑：李青"),
                _ => (headline, string.Concat(Shuffled(Sentences(text)))),
            };
        }

        return (headline, text);
    }

    /// <summary>Chooses some of many without repeats.</summary>
    /// <param name="all">The many.</param>
    public T[] Shuffled<T>(IReadOnlyList<T> all)
    {
        var items = all.ToArray();
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }

        return items;
    }

    private static string Narrowed(string text) => new([.. text.Select(c => Narrow.GetValueOrDefault(c, c))]);

    private static string[] Sentences(string text) => SentenceEnd().Split(text);

    private string WithoutOne(string text)
    {
        var sentences = Sentences(text).ToList();
        if (sentences.Count > 4)
        {
            sentences.RemoveAt(1 + Next(sentences.Count - 1));
        }

        return new StringBuilder().AppendJoin(string.Empty, sentences).ToString();
    }

    // splitmix64.
    private int Next(int below)
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)below);
    }

    [GeneratedRegex(@"(?<=[。！？\n])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
