using NewsPortal.Core.Articles;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Publishing;

namespace NewsPortal.Web.Newsroom;

/// <summary>Documents that a form sends, and why one is not taken, in the newsroom's words.</summary>
internal static class DocumentForm
{
    /// <summary>Takes every document in; one that is refused stops none of the others.</summary>
    /// <param name="files">What the form sent.</param>
    /// <param name="desk">Takes them.</param>
    /// <param name="most">How many bytes each may have.</param>
    /// <param name="say">The newsroom's words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Those that are in, and what is said of the others.</returns>
    public static async Task<(IReadOnlyList<Attachment> Taken, IReadOnlyList<string> Refused)> TakeInAsync(
        this IReadOnlyList<IFormFile>? files, AttachmentDesk desk, long most, Bilingual say, CancellationToken cancellationToken)
    {
        var (taken, refused) = (new List<Attachment>(), new List<string>());
        foreach (var file in files ?? [])
        {
            if (file.FileName.Length == 0)
            {
                continue;
            }

            try
            {
                await using var sent = file.OpenReadStream();
                taken.Add(await desk.TakeInAsync(file.FileName, sent, most, cancellationToken));
            }
            catch (RefusedDocumentException no)
            {
                refused.Add(Why(no, most, say));
            }
        }

        if (taken.Count + refused.Count == 0)
        {
            refused.Add(say["没有选文件。", "No file was chosen."]);
        }

        return (taken, refused);
    }

    /// <summary>Why something cannot be done to an attachment.</summary>
    /// <param name="no">What was said.</param>
    /// <param name="say">The newsroom's words.</param>
    public static string Why(AttachmentException no, Bilingual say) => say.IsChinese
        ? no.Problem switch
        {
            AttachmentProblem.Gone => "没有这份附件，可能已被删除。",
            AttachmentProblem.InUse => "还有稿件在用它；先从稿件里拿掉。",
            AttachmentProblem.Full => $"一篇稿件最多 {AttachmentDesk.MostPerArticle} 份附件。",
            _ => "标题太长，最多 200 个字，写在一行里。",
        }
        : no.Message;

    private static string Why(RefusedDocumentException no, long most, Bilingual say) => say.IsChinese
        ? $"{no.FileName}：" + no.Problem switch
        {
            DocumentProblem.Empty => "文件是空的，请换一个。",
            DocumentProblem.TooLarge => $"超过 {Wording.FileSize.Of(most)}，请压小些，比如换小一点的图片。",
            DocumentProblem.Macros => "带有宏，可能伤害读者的电脑；请另存为不带宏的格式或 PDF。",
            DocumentProblem.Password => "有密码；请去掉密码再存一份，或存成 PDF。",
            DocumentProblem.Archive => "压缩包不能给读者下载；请把里面的文件一个个传上来。",
            DocumentProblem.Ending => $"内容与文件名不符；请把文件名改成以 {no.Found?.Extension} 结尾，或重新另存。",
            DocumentProblem.Damaged => "文件已损坏；请打开它，另存一份再传。",
            _ => $"不是可以给读者下载的文件（{DocumentKind.Endings}）；请存成 PDF。",
        }
        : no.Problem == DocumentProblem.TooLarge ? $"{no.Message} The limit is {Wording.FileSize.Of(most)}." : no.Message;
}
