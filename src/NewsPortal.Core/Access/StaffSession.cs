namespace NewsPortal.Core.Access;

/// <summary>One browser in which someone is signed in. Ending the row ends it there.</summary>
public sealed class StaffSession
{
    /// <summary>A name that nobody can guess; it stands, protected, in the browser's cookie.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>Whose it is.</summary>
    public int StaffMemberId { get; set; }

    /// <summary>What the browser says it is, shortened.</summary>
    public string Client { get; set; } = string.Empty;

    /// <summary>When it began.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTime SeenUtc { get; set; }

    /// <summary>When it was ended; null while it holds.</summary>
    public DateTime? EndedUtc { get; set; }
}
