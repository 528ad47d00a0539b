namespace NewsPortal.Core.Finding;

/// <summary>One article, made ready to be compared with many.</summary>
/// <param name="own">The article; what it is compared by does not change meanwhile.</param>
internal sealed class ArticleComparison(ArticleVector own)
{
    // Names of products in Latin letters are loud: what the Chinese around them says is heard once more by itself.
    private const double HanShare = 0.8;

    // What one article's headline says and the other's body tells at length relates them, whatever else the two speak of.
    private const double AcrossShare = 2.4;

    // An article that is close to many is a little closer to each than it should be.
    private const double CrowdCost = 0.1;

    // Two articles of one fortnight are most related, and of one year more than those years apart: news of one event come
    // together, and an archive of years also holds last year's event of the same name. Shares and days were measured
    // (docs/decisions/0007-related-news.md).
    private const double Lasts = 1;
    private const double FadesInYears = 2.1;
    private const double YearsInDays = 670;
    private const double FadesAtOnce = 0.8;
    private const double AtOnceInDays = 13;

    private readonly TermProbe _terms = new(own.Terms.Entries);
    private readonly double _crowd = own.Crowd();
    private TermProbe? _widened;

    /// <summary>The cosine of the terms of both, 0 to 1.</summary>
    /// <param name="other">The other.</param>
    public double ClosenessTo(ArticleVector other) => own.Terms.Cosines(other.Terms, _terms).All;

    /// <summary>
    /// How closely it is related to another, 0 to 1: the cosine of the widened terms, those of Han characters once more by
    /// themselves, and the headline of each against the other's body; less the further apart in time, and less where either
    /// is close to many. What an article's own crowd takes off is the same for its whole list, so that both sides agree.
    /// </summary>
    /// <param name="other">The other.</param>
    public double RelatednessTo(ArticleVector other)
    {
        _widened ??= new TermProbe(own.Widened.Entries);
        var days = Math.Abs((own.PublishedUtc - other.PublishedUtc).TotalDays);
        var (all, han) = own.Widened.Cosines(other.Widened, _widened);
        var nearInTime = Lasts + (FadesInYears * Math.Exp(-days / YearsInDays)) + (FadesAtOnce * Math.Exp(-days / AtOnceInDays));
        var content = (all + (HanShare * han) + (AcrossShare * own.Parts.CosineAcross(other.Parts, _terms))) / (1 + HanShare + AcrossShare);
        return Math.Max(0, (content * nearInTime / (Lasts + FadesInYears + FadesAtOnce)) - (CrowdCost * (_crowd + other.Crowd())));
    }
}
