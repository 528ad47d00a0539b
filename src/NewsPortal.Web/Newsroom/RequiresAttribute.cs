using Microsoft.AspNetCore.Authorization;
using NewsPortal.Core.Access;

namespace NewsPortal.Web.Newsroom;

/// <summary>A page of the newsroom says what one must be allowed to do to open it.</summary>
/// <param name="act">What.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(StaffAct act) : AuthorizeAttribute(act.ToString())
{
    /// <summary>What one must be allowed to do.</summary>
    public StaffAct Act => act;
}
