using System.Security.Claims;
using NewsPortal.Core.Access;

namespace NewsPortal.Web.Newsroom;

/// <summary>Who is signed in, in this exchange.</summary>
public sealed class CurrentStaff
{
    /// <summary>The claim that names the session.</summary>
    public const string SessionClaim = "session";

    private static readonly object Key = new();

    private CurrentStaff(StaffMember member, string session) => (Member, Session) = (member, session);

    /// <summary>Who.</summary>
    public StaffMember Member { get; }

    /// <summary>The session's name.</summary>
    public string Session { get; }

    /// <summary>The name that stands on record.</summary>
    public string Name => Member.UserName!;

    /// <summary>Whether they may do something.</summary>
    /// <param name="act">What.</param>
    public bool May(StaffAct act) => Member.Role.May(act);

    /// <summary>Whether they may do something in a section.</summary>
    /// <param name="act">What.</param>
    /// <param name="section">The section's number.</param>
    public bool May(StaffAct act, int section) => May(act) && (Member.Role >= StaffRole.ChiefEditor || Member.Covers(section));

    /// <summary>Who is signed in.</summary>
    /// <param name="http">The exchange.</param>
    /// <returns>Null for a stranger.</returns>
    public static CurrentStaff? Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Items.TryGetValue(Key, out var staff) ? (CurrentStaff?)staff : null;
    }

    /// <summary>Notes who it is, once the session was found to hold.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="member">Who.</param>
    /// <param name="session">The session's name.</param>
    internal static void Set(HttpContext http, StaffMember member, string session) => http.Items[Key] = new CurrentStaff(member, session);

    /// <summary>What a browser's cookie says.</summary>
    /// <param name="session">The session's name.</param>
    /// <param name="scheme">The scheme of the cookie.</param>
    internal static ClaimsPrincipal PrincipalOf(string session, string scheme) => new(new ClaimsIdentity([new Claim(SessionClaim, session)], scheme));
}
