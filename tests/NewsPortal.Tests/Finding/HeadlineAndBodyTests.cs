using NewsPortal.Core.Finding;

namespace NewsPortal.Tests.Finding;

/// <summary>What the stored weights say about headline and body apart.</summary>
public sealed class HeadlineAndBodyTests
{
    [Fact]
    public void A_headline_meets_the_body_that_tells_of_it()
    {
        // 1 to 3 stand in headlines; the first article's body says 4 to 9, the second's 1 to 3 and others.
        var one = Of(([1, 2, 3], []), [4, 5, 6, 7, 8, 9]);
        var telling = Of(([10, 11], []), [1, 2, 3, 12, 13, 14]);
        var silent = Of(([10, 11], []), [15, 16, 17, 12, 13, 14]);
        Assert.InRange(one.CosineAcross(telling), 0.3, 0.4);
        Assert.Equal(one.CosineAcross(telling), telling.CosineAcross(one));
        Assert.Equal(0, one.CosineAcross(silent));
    }

    [Fact]
    public void The_same_headline_alone_is_no_body() =>
        Assert.Equal(0, Of(([1, 2], []), [4, 5, 6, 7, 8]).CosineAcross(Of(([1, 2], []), [9, 10, 11, 12, 13])));

    [Fact]
    public void What_headline_and_body_say_counts_as_both() =>
        Assert.True(Of(([1, 2], [1, 2]), [4, 5, 6, 7, 8]).CosineAcross(Of(([1, 2], [1, 2]), [9, 10, 11, 12, 13])) > 0.2);

    [Fact]
    public void An_article_without_terms_is_like_none() => Assert.Equal(0, Of(([], []), []).CosineAcross(Of(([1], []), [2])));

    // Weights as TermVector makes them where all terms are equally rare.
    private static HeadlineAndBody Of((int[] Terms, int[] Again) headline, int[] body)
    {
        return HeadlineAndBody.Of(Packed(10), Packed(20));

        PackedTerms Packed(int count) => PackedTerms.Of(
            [.. headline.Terms.Select(t => (t, Math.Pow(count + (headline.Again.Contains(t) ? 1 : 0), 0.55))), .. body.Select(t => (t, 1.0))]);
    }
}
