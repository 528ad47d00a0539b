using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>How often each term (a pair of Han characters or a Latin word) stands in an article, its headline counted thrice.</summary>
public sealed class TermFrequencies
{
    // What an article is about stands in its headline: thrice was measured best on both related sets.
    private const int HeadlineCount = 3;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    private TermFrequencies()
    {
    }

    /// <summary>Terms and their counts.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Counts an article's terms.</summary>
    /// <param name="headline">Its headline.</param>
    /// <param name="text">Its plain text.</param>
    public static TermFrequencies Of(string headline, string text)
    {
        var frequencies = new TermFrequencies();
        frequencies.Add(headline, HeadlineCount);
        frequencies.Add(text, 1);
        return frequencies;
    }

    private void Add(string text, int count)
    {
        foreach (var term in TextSplitter.Pairs(text))
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, term, out _) += count;
        }
    }
}
