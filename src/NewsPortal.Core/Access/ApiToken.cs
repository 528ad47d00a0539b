namespace NewsPortal.Core.Access;

/// <summary>A key by which a program may write. What the program holds is not stored, only its hash.</summary>
public sealed class ApiToken
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    /// <summary>What it is called: who uses it. Unique.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>SHA-256 of the token, hexadecimal; unique.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>What it may do.</summary>
    public TokenScopes Scopes { get; set; }

    /// <summary>The one section that it may write to, by its number; null for any.</summary>
    public int? SectionId { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>When it ends by itself; null for never.</summary>
    public DateTime? ExpiresUtc { get; set; }

    /// <summary>When it was taken back; null where it was not.</summary>
    public DateTime? RevokedUtc { get; set; }

    /// <summary>When it was last used, to the minute; null where it never was.</summary>
    public DateTime? UsedUtc { get; set; }
}

/// <summary>What a token may do. The numbers are stored.</summary>
[Flags]
public enum TokenScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Import articles as drafts.</summary>
    Draft = 1,

    /// <summary>Import articles and have them published.</summary>
    Publish = 2,

    /// <summary>Take articles down.</summary>
    Withdraw = 4,
}
