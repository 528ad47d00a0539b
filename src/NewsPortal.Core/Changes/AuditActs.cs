using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Changes;

/// <summary>What acts are called in the record.</summary>
public static class AuditActs
{
    /// <summary>Somebody was added to the newsroom.</summary>
    public const string StaffAdded = "staff.add";

    /// <summary>Somebody's role or sections were changed.</summary>
    public const string StaffChanged = "staff.change";

    /// <summary>Somebody may sign in no more.</summary>
    public const string StaffDisabled = "staff.disable";

    /// <summary>Somebody may sign in again.</summary>
    public const string StaffEnabled = "staff.enable";

    /// <summary>Somebody was given a new password.</summary>
    public const string StaffPasswordReset = "staff.passwordReset";

    /// <summary>Somebody changed their own password.</summary>
    public const string StaffPasswordChanged = "staff.passwordChange";

    /// <summary>Somebody was given a secret address at which to set a password.</summary>
    public const string StaffInvited = "staff.invite";

    /// <summary>Somebody set a password at that address.</summary>
    public const string StaffInvitationUsed = "staff.invitationUsed";

    /// <summary>A passkey was added.</summary>
    public const string StaffPasskeyAdded = "staff.passkeyAdd";

    /// <summary>A passkey was given another name.</summary>
    public const string StaffPasskeyRenamed = "staff.passkeyRename";

    /// <summary>A passkey was removed.</summary>
    public const string StaffPasskeyRemoved = "staff.passkeyRemove";

    /// <summary>The second step was switched on.</summary>
    public const string StaffSecondStepOn = "staff.secondStepOn";

    /// <summary>The second step was switched off, or taken away.</summary>
    public const string StaffSecondStepOff = "staff.secondStepOff";

    /// <summary>Somebody signed in.</summary>
    public const string StaffSignedIn = "staff.signIn";

    /// <summary>Attempts of an hour that failed.</summary>
    public const string StaffSignInsFailed = "staff.signInsFailed";

    /// <summary>Sessions were ended.</summary>
    public const string StaffSessionsEnded = "staff.sessionsEnd";

    /// <summary>A token was made.</summary>
    public const string TokenAdded = "token.add";

    /// <summary>A token was taken back.</summary>
    public const string TokenRevoked = "token.revoke";

    /// <summary>A secret address for a preview was made.</summary>
    public const string PreviewLinked = "article.previewLink";

    /// <summary>Secret addresses for previews were taken back.</summary>
    public const string PreviewUnlinked = "article.previewUnlink";

    /// <summary>A live report began.</summary>
    public const string LiveStarted = "live.start";

    /// <summary>A live report that had ended goes on.</summary>
    public const string LiveResumed = "live.resume";

    /// <summary>A live report ended.</summary>
    public const string LiveEnded = "live.end";

    /// <summary>An entry was added to a live report.</summary>
    public const string LiveAdded = "live.add";

    /// <summary>An entry of a live report was changed.</summary>
    public const string LiveChanged = "live.change";

    /// <summary>An entry became a key moment, or is none any more.</summary>
    public const string LiveMarked = "live.mark";

    /// <summary>An entry of a live report was removed.</summary>
    public const string LiveRemoved = "live.remove";

    /// <summary>A picture came into the library.</summary>
    public const string PictureUploaded = "media.upload";

    /// <summary>A picture of the article was replaced, as everywhere.</summary>
    public const string PictureReplaced = "article.pictureReplace";

    /// <summary>A note on the article was written.</summary>
    public const string NoteAdded = "article.note";

    /// <summary>A note on the article was removed.</summary>
    public const string NoteRemoved = "article.noteRemove";

    /// <summary>A file changed it.</summary>
    public const string Imported = "article.import";

    /// <summary>The name of an act on an article: <c>article.save</c>, <c>article.restoreRevision</c>.</summary>
    /// <param name="act">The act.</param>
    public static string Of(ArticleAct act)
    {
        var name = act.ToString();
        return $"article.{char.ToLowerInvariant(name[0])}{name[1..]}";
    }
}
