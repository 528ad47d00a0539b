namespace NewsPortal.Core.Access;

/// <summary>A secret address at which someone who was added sets their own password, once. The newest one counts.</summary>
public sealed class StaffInvitation
{
    /// <summary>Who; each has one at most.</summary>
    public int StaffMemberId { get; set; }

    /// <summary>SHA-256 of the secret, hexadecimal; unique. The secret itself is not stored.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>When it ends.</summary>
    public DateTime ExpiresUtc { get; set; }
}
