using NewsPortal.Core.Finding;

namespace NewsPortal.Tests.Finding;

/// <summary>Packed term weights, and the numbers of terms.</summary>
public sealed class PackedTermsTests
{
    [Fact]
    public void A_cosine_worked_by_hand()
    {
        var one = PackedTerms.Of([(1, 3), (2, 4)]);
        var other = PackedTerms.Of([(2, 4), (3, 3)]);
        Assert.Equal(16.0 / 25, one.Cosine(other), 2);
        Assert.Equal(1, one.Cosine(one), 9);
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        var packed = PackedTerms.Of([(0xFFFFFF, 0.5), (7, 2), (300, 1)]);
        var read = PackedTerms.Read(packed.ToBytes());
        Assert.Equal(packed.Terms, read.Terms);
        Assert.Equal([7, 300, 0xFFFFFF], read.Terms.Select(t => t.Term));
        Assert.Equal(0, read.WeightOf(8));
        Assert.True(read.WeightOf(7) > read.WeightOf(300));
    }

    [Fact]
    public void An_article_without_terms_is_like_none() => Assert.Equal(0, PackedTerms.Of([]).Cosine(PackedTerms.Of([(1, 1)])));

    // Stored numbers outlive the program: another hash would silently empty every list. These are of the migration RelatedTerms, which counts anew.
    [Fact]
    public void The_number_of_a_term_never_changes()
    {
        Assert.Equal(7543880, TermId.Of("图书"));
        Assert.False(TermId.IsWord(TermId.Of("图书")));
        Assert.Equal((1008340 >> 1) | (1 << 23), TermId.Of("linux", "kernel"));
        Assert.True(TermId.IsWord(TermId.Of("linux", "kernel")));
        Assert.False(TermId.IsWord(TermId.Of("双", "11")));
    }

    [Fact]
    public void Han_terms_are_also_compared_by_themselves()
    {
        var (han, word) = (TermId.Of("图书"), TermId.Of("linux"));
        var (all, alone) = PackedTerms.Of([(han, 1), (word, 1)]).Cosines(PackedTerms.Of([(han, 1)]));
        Assert.Equal(Math.Sqrt(0.5), all, 9);
        Assert.Equal(1, alone, 9);
        Assert.Equal((0, 0), PackedTerms.Of([(word, 1)]).Cosines(PackedTerms.Of([(han, 1)])));
    }

    [Fact]
    public void Of_many_terms_the_strongest_are_kept() =>
        Assert.Equal([1, 3, 9], PackedTerms.Of(new Dictionary<int, double> { [9] = 5, [1] = 2, [7] = 2, [3] = 8 }, 3).Terms.Select(t => t.Term));

    [Fact]
    public void A_number_beside_a_character_is_a_term_of_its_own()
    {
        Assert.Contains(TermId.Of("双", "11"), TermFrequencies.Of("双11开始了", string.Empty).Terms.Keys);
        Assert.DoesNotContain(TermId.Of("双", "11"), TermFrequencies.Of("双 11", string.Empty).Terms.Keys);
    }
}
