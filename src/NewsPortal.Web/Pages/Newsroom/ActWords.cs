using NewsPortal.Core.Changes;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What the newsroom calls an act on record.</summary>
internal static class ActWords
{
    /// <summary>An act's name.</summary>
    /// <param name="act">The act, as it is recorded.</param>
    /// <param name="say">The newsroom's words.</param>
    public static string Of(string act, Bilingual say) => act switch
    {
        "article.create" => say["新建", "began it"],
        "article.save" => say["修改", "saved it"],
        "article.submit" => say["交审", "handed it in"],
        "article.reject" => say["退回", "handed it back"],
        "article.publish" => say["发布", "published it"],
        "article.schedule" => say["定时", "scheduled it"],
        "article.holdBack" => say["取消定时", "held it back"],
        "article.embargo" => say["改禁发时间", "changed the embargo"],
        "article.correct" => say["更正", "corrected it"],
        "article.withdraw" => say["撤稿", "withdrew it"],
        "article.restore" => say["恢复", "restored it"],
        "article.move" => say["改网址", "moved it"],
        "article.restoreRevision" => say["退回旧版本", "brought back a revision"],
        "article.takeOver" => say["接过编辑", "took it over"],
        "article.import" => say["由文件更新", "changed it by a file"],
        "article.end" => say["改下线时间", "changed when it is taken down"],
        "article.note" => say["写内部备注", "wrote a note"],
        AuditActs.PreviewLinked => say["做了预览链接", "made a preview link"],
        AuditActs.PreviewUnlinked => say["收回预览链接", "took back preview links"],
        AuditActs.StaffAdded => say["添加了用户", "added the user"],
        AuditActs.StaffChanged => say["改了角色或栏目", "changed role or sections"],
        AuditActs.StaffDisabled => say["停用了用户", "disabled the user"],
        AuditActs.StaffEnabled => say["启用了用户", "let the user in again"],
        AuditActs.StaffPasswordReset => say["重设了密码", "reset the password"],
        AuditActs.StaffPasswordChanged => say["换了自己的密码", "changed their password"],
        AuditActs.StaffInvited => say["发了邀请链接", "made an invitation link"],
        AuditActs.StaffInvitationUsed => say["用邀请链接设了密码", "set a password by the invitation"],
        AuditActs.StaffPasskeyAdded => say["添加了通行密钥", "added a passkey"],
        AuditActs.StaffPasskeyRenamed => say["改了通行密钥的名称", "renamed a passkey"],
        AuditActs.StaffPasskeyRemoved => say["删除了通行密钥", "removed a passkey"],
        AuditActs.StaffSecondStepOn => say["开启了验证器", "switched the authenticator on"],
        AuditActs.StaffSecondStepOff => say["关闭了两步验证", "switched the second step off"],
        AuditActs.StaffSignedIn => say["登录", "signed in"],
        AuditActs.StaffSignInsFailed => say["这一小时登录失败的次数", "sign-ins that failed in this hour"],
        AuditActs.StaffSessionsEnded => say["退出了别的浏览器", "ended sessions"],
        AuditActs.TokenAdded => say["做了接口令牌", "made an API token"],
        AuditActs.TokenRevoked => say["收回接口令牌", "revoked an API token"],
        _ => act,
    };
}
