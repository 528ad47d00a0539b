namespace NewsPortal.Core.Access;

/// <summary>What can be done in the newsroom.</summary>
public enum StaffAct
{
    /// <summary>See articles, media and the record of one's own acts.</summary>
    Look,

    /// <summary>Upload, write, and change one's own drafts; hand them in.</summary>
    Write,

    /// <summary>Change what others wrote; publish, schedule, reject, correct, withdraw, restore.</summary>
    Publish,

    /// <summary>Arrange the front page; pin, name, merge and split stories; rename and merge sections, tags and sources.</summary>
    Arrange,

    /// <summary>See everyone's acts.</summary>
    Record,

    /// <summary>Invite and disable users, change their roles, change the site's settings.</summary>
    Administer,
}

/// <summary>Who may do what.</summary>
public static class StaffRights
{
    /// <summary>The least role that may do it.</summary>
    /// <param name="act">The act.</param>
    public static StaffRole LeastRole(StaffAct act) => act switch
    {
        StaffAct.Look or StaffAct.Write => StaffRole.Reporter,
        StaffAct.Publish => StaffRole.Editor,
        StaffAct.Arrange or StaffAct.Record => StaffRole.ChiefEditor,
        _ => StaffRole.Administrator,
    };

    /// <summary>Whether a role may do it.</summary>
    /// <param name="role">The role.</param>
    /// <param name="act">The act.</param>
    public static bool May(this StaffRole role, StaffAct act) => role >= LeastRole(act);
}
