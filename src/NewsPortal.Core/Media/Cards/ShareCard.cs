using System.Security.Cryptography;
using System.Text;

namespace NewsPortal.Core.Media.Cards;

/// <summary>The picture that stands for an article without one where its address is shared: its headline on the site's colours.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="SiteName">The site's name.</param>
/// <param name="Section">The section's name.</param>
/// <param name="Day">The day of publication, in the site's words.</param>
/// <param name="Accent">The site's accent colour, <c>#rrggbb</c>.</param>
public sealed record ShareCard(string Headline, string SiteName, string Section, string Day, string Accent)
{
    /// <summary>In pixels: what OpenGraph's readers ask for, 1.91 to 1.</summary>
    public const int Width = 1200;

    /// <summary>In pixels.</summary>
    public const int Height = 630;

    // Counted up where the drawing changes, so that a card's address always stands for the same bytes.
    private const string Rule = "1";

    /// <summary>Whether the font has what it takes; a card with gaps is worse than none.</summary>
    public bool CanBeDrawn => !string.IsNullOrWhiteSpace(Headline) && CardFont.Has(Headline) && CardFont.Has(SiteName) && CardFont.Has(Section) && CardFont.Has(Day);

    /// <summary>Cards with equal hashes are equal: 16 hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Rule, Headline, SiteName, Section, Day, Accent))))[..16];
}
