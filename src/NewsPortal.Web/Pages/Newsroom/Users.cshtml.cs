using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The people of the newsroom.</summary>
/// <param name="db">The store.</param>
/// <param name="members">Adds them and lets them in no more.</param>
/// <param name="invitations">Lets them set their own passwords.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Administer)]
public sealed class UsersModel(NewsDbContext db, StaffMembers members, StaffInvitations invitations, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    /// <summary>All of them, those who may come in first.</summary>
    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    /// <summary>The site's sections.</summary>
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>A new password, shown once.</summary>
    public string? Secret { get; private set; }

    /// <summary>An address at which a password is set, shown once.</summary>
    public string? Link { get; private set; }

    /// <summary>Whose password or address it is.</summary>
    public string Whose { get; private set; } = string.Empty;

    /// <summary>How many passkeys people have, by their numbers; who has none is not in it.</summary>
    public IReadOnlyDictionary<int, int> Passkeys { get; private set; } = new Dictionary<int, int>();

    /// <summary>Who was invited and has not come yet: until when, by their numbers.</summary>
    public IReadOnlyDictionary<int, DateTime> Invited { get; private set; } = new Dictionary<int, DateTime>();

    /// <summary>What a role is called.</summary>
    /// <param name="role">The role.</param>
    public string RoleName(StaffRole role) => role switch
    {
        StaffRole.Reporter => say["记者", "Reporter"],
        StaffRole.Editor => say["编辑", "Editor"],
        StaffRole.ChiefEditor => say["主编", "Chief editor"],
        _ => say["管理员", "Administrator"],
    };

    /// <summary>What someone's sections are called.</summary>
    /// <param name="member">Who.</param>
    public string SectionNames(StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.Sections.Length == 0 ? say["全部", "all"] : string.Join(say["、", ", "], Sections.Where(s => member.Covers(s.Id)).Select(s => s.Name));
    }

    /// <summary>Shows them.</summary>
    public Task OnGetAsync() => ShowAsync();

    /// <summary>What stands between someone and a thief of their password.</summary>
    /// <param name="member">Who.</param>
    public string SecondStepOf(StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        string[] ways =
        [
            .. Passkeys.TryGetValue(member.Id, out var count) ? [say[$"{count} 个通行密钥", count == 1 ? "1 passkey" : $"{count} passkeys"]] : (string[])[],
            .. member.TwoFactorEnabled ? [say["验证器", "authenticator"]] : (string[])[],
        ];
        return ways.Length == 0 ? "–" : string.Join(say["、", ", "], ways);
    }

    /// <summary>Adds someone.</summary>
    /// <param name="name">The name.</param>
    /// <param name="role">The role.</param>
    /// <param name="way">How they get their password: <c>link</c>, or one is made.</param>
    public Task<IActionResult> OnPostAddAsync([FromForm] string? name, [FromForm] StaffRole role, [FromForm] string? way) => ActAsync(async () =>
    {
        Whose = (name ?? string.Empty).Trim();
        var secret = await members.AddAsync(Whose, Enum.IsDefined(role) ? role : StaffRole.Reporter, cancellationToken: HttpContext.RequestAborted);
        if (way == "link")
        {
            await InviteAsync(Whose);
        }
        else
        {
            Secret = secret;
        }
    });

    /// <summary>Gives someone a new password.</summary>
    /// <param name="id">Who.</param>
    public Task<IActionResult> OnPostPasswordAsync([FromForm] int id) => ActAsync(async () =>
    {
        Whose = await NameOfAsync(id);
        Secret = await members.ResetPasswordAsync(Whose, HttpContext.RequestAborted);
    });

    /// <summary>Has someone set a new password at a secret address.</summary>
    /// <param name="id">Who.</param>
    public Task<IActionResult> OnPostInviteAsync([FromForm] int id) => ActAsync(async () => await InviteAsync(await NameOfAsync(id)));

    /// <summary>Takes away someone's authenticator and passkeys.</summary>
    /// <param name="id">Who.</param>
    public Task<IActionResult> OnPostForgetAsync([FromForm] int id) =>
        ActAsync(async () => await members.ForgetSecondStepAsync(await NameOfAsync(id), HttpContext.RequestAborted));

    /// <summary>Lets someone in no more.</summary>
    /// <param name="id">Who.</param>
    public Task<IActionResult> OnPostDisableAsync([FromForm] int id) =>
        ActAsync(async () => await members.DisableAsync(await NameOfAsync(id), HttpContext.RequestAborted));

    /// <summary>Lets someone in again.</summary>
    /// <param name="id">Who.</param>
    public Task<IActionResult> OnPostEnableAsync([FromForm] int id) =>
        ActAsync(async () => await members.EnableAsync(await NameOfAsync(id), HttpContext.RequestAborted));

    /// <summary>Changes someone's role and sections; they have to sign in again.</summary>
    /// <param name="id">Who.</param>
    /// <param name="role">The role.</param>
    /// <param name="chosen">The numbers of their sections; none for all.</param>
    public Task<IActionResult> OnPostRoleAsync([FromForm] int id, [FromForm] StaffRole role, [FromForm(Name = "sections")] int[]? chosen) => ActAsync(async () =>
    {
        var member = await OtherAsync(id);
        var known = await db.Sections.Select(s => s.Id).ToListAsync(HttpContext.RequestAborted);
        var sections = string.Join(',', (chosen ?? []).Intersect(known).Order());
        await members.ChangeAsync(member.UserName!, Enum.IsDefined(role) ? role : member.Role, sections, HttpContext.RequestAborted);
    });

    private async Task InviteAsync(string name)
    {
        var secret = await invitations.MakeAsync(name, HttpContext.RequestAborted);
        (Whose, Link) = (name, $"{site.Snapshot.BaseUrl}{NewsroomAddresses.Invitation}/{secret}");
    }

    private async Task<IActionResult> ActAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (StaffException e)
        {
            Fault = e.Message;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        db.ChangeTracker.Clear();
        if (Fault is null && Secret is null && Link is null)
        {
            Done = say["已保存。", "Saved."];
            return RedirectToPage();
        }

        await ShowAsync();
        return Page();
    }

    private async Task<string> NameOfAsync(int id) => (await OtherAsync(id)).UserName!;

    // Nobody takes away their own rights by mistake.
    private async Task<StaffMember> OtherAsync(int id) => id != Staff.Member.Id && await db.Staff.FindAsync([id], HttpContext.RequestAborted) is { } member
        ? member
        : throw new StaffException(say["没有这个用户，或者是您自己。", "There is no such user, or it is you."]);

    private async Task ShowAsync()
    {
        Members = await db.Staff.AsNoTracking().OrderBy(m => m.DisabledUtc != null).ThenBy(m => m.UserName).ToListAsync(HttpContext.RequestAborted);
        Passkeys = await db.Set<IdentityUserPasskey<int>>().GroupBy(p => p.UserId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, HttpContext.RequestAborted);
        var now = clock.NowUtc();
        Invited = await db.Invitations.Where(i => i.ExpiresUtc > now).ToDictionaryAsync(i => i.StaffMemberId, i => i.ExpiresUtc, HttpContext.RequestAborted);
        Sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(HttpContext.RequestAborted);
    }
}
