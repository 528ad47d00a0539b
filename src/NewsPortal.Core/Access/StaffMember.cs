using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace NewsPortal.Core.Access;

/// <summary>Someone of the newsroom. Password, second factor and passkeys are ASP.NET Core Identity's.</summary>
public sealed class StaffMember : IdentityUser<int>
{
    /// <summary>What they are.</summary>
    public StaffRole Role { get; set; }

    /// <summary>The numbers of the sections that are theirs, parted by commas; empty for all.</summary>
    public string Sections { get; set; } = string.Empty;

    /// <summary>Language of their newsroom, <c>zh-Hans</c> or <c>en</c>; null for the site's.</summary>
    public string? Language { get; set; }

    /// <summary>When they were added.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>When they last signed in; null where they never did.</summary>
    public DateTime? SignedInUtc { get; set; }

    /// <summary>Since when they may not sign in; null where they may.</summary>
    public DateTime? DisabledUtc { get; set; }

    /// <summary>Whether a section is theirs.</summary>
    /// <param name="section">The section's number.</param>
    public bool Covers(int section) => Sections.Length == 0
        || Sections.Split(',').Contains(section.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
