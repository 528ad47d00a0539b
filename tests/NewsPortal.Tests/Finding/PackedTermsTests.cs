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

    // Stored numbers outlive the program: another hash would silently empty every list.
    [Fact]
    public void The_number_of_a_term_never_changes()
    {
        Assert.Equal(15087760, TermId.Of("图书"));
        Assert.Equal(1008340, TermId.Of("linux", "kernel"));
    }

    [Fact]
    public void A_number_beside_a_character_is_a_term_of_its_own()
    {
        Assert.Contains(TermId.Of("双", "11"), TermFrequencies.Of("双11开始了", string.Empty).Terms.Keys);
        Assert.DoesNotContain(TermId.Of("双", "11"), TermFrequencies.Of("双 11", string.Empty).Terms.Keys);
    }
}
