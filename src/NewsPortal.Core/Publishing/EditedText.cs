using NewsPortal.Core.Importing;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Publishing;

/// <summary>Makes safe markup of a text that an editor wrote: the same way on which files come in.</summary>
internal static class EditedText
{
    public static RenderedBody Render(ArticleEdit edit)
    {
        try
        {
            var source = edit.Body.ReplaceLineEndings("\n");
            var rendered = edit.Format == BodyFormat.Markdown ? BodyRenderer.FromMarkdown(source) : BodyRenderer.FromHtml(source);
            return rendered.Text.Length <= ArticleCompletion.LongestBody
                ? rendered
                : throw TooLong($"the text has {rendered.Text.Length:N0} characters, at most {ArticleCompletion.LongestBody:N0} are stored; divide it");
        }
        catch (RejectedInputException refused)
        {
            throw TooLong(refused.Message, refused);
        }
    }

    private static ArticleEditException TooLong(string message, Exception? inner = null) => new("body", EditProblem.TooLong, message, inner);
}
