using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The people of the newsroom.</summary>
/// <param name="db">The store.</param>
/// <param name="members">Adds them and lets them in no more.</param>
/// <param name="sessions">Their sessions.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Administer)]
public sealed class UsersModel(NewsDbContext db, StaffMembers members, StaffSessions sessions, Bilingual say) : NewsroomPage
{
    /// <summary>All of them, those who may come in first.</summary>
    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    /// <summary>The site's sections.</summary>
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>A new password, shown once.</summary>
    public string? Secret { get; private set; }

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

    /// <summary>Adds someone.</summary>
    /// <param name="name">The name.</param>
    /// <param name="role">The role.</param>
    public Task<IActionResult> OnPostAddAsync([FromForm] string? name, [FromForm] StaffRole role) =>
        ActAsync(async () => Secret = await members.AddAsync(name ?? string.Empty, Enum.IsDefined(role) ? role : StaffRole.Reporter, cancellationToken: HttpContext.RequestAborted));

    /// <summary>Gives someone a new password.</summary>
    /// <param name="id">Who.</param>
    public Task<IActionResult> OnPostPasswordAsync([FromForm] int id) =>
        ActAsync(async () => Secret = await members.ResetPasswordAsync(await NameOfAsync(id), HttpContext.RequestAborted));

    /// <summary>Lets someone in no more.</summary>
    /// <param name="id">Who.</param>
    public Task<IActionResult> OnPostDisableAsync([FromForm] int id) =>
        ActAsync(async () => await members.DisableAsync(await NameOfAsync(id), HttpContext.RequestAborted));

    /// <summary>Lets someone in again.</summary>
    /// <param name="id">Who.</param>
    public Task<IActionResult> OnPostEnableAsync([FromForm] int id) => ActAsync(async () =>
    {
        var member = await OtherAsync(id);
        member.DisabledUtc = null;
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    });

    /// <summary>Changes someone's role and sections; they have to sign in again.</summary>
    /// <param name="id">Who.</param>
    /// <param name="role">The role.</param>
    /// <param name="chosen">The numbers of their sections; none for all.</param>
    public Task<IActionResult> OnPostRoleAsync([FromForm] int id, [FromForm] StaffRole role, [FromForm(Name = "sections")] int[]? chosen) => ActAsync(async () =>
    {
        var member = await OtherAsync(id);
        var known = await db.Sections.Select(s => s.Id).ToListAsync(HttpContext.RequestAborted);
        member.Role = Enum.IsDefined(role) ? role : member.Role;
        member.Sections = string.Join(',', (chosen ?? []).Intersect(known).Order());
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        await sessions.EndAsync(member.Id, cancellationToken: HttpContext.RequestAborted);
    });

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
        if (Fault is null && Secret is null)
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
        Sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(HttpContext.RequestAborted);
    }
}
