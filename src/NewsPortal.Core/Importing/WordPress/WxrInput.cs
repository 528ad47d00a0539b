using System.Xml;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Importing.JsonLines;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>
/// The posts of a WordPress export, one at a time. The file is read twice, because writers and pictures may stand behind the
/// posts that need them; what is held meanwhile does not grow with the text.
/// </summary>
internal static class WxrInput
{
    /// <summary>How the record of a post is known to the importer; no file of this name is read.</summary>
    public const string Extension = ".wxr";

    public static IEnumerable<InputItem> Read(Func<Stream> open, string path, string relative, PictureFinder pictures, DateTime? modified)
    {
        var survey = WxrSurvey.Of(new WxrStream(open()));
        using var items = new WxrReader(new WxrStream(open()));
        var any = false;
        while (items.Next(out var item, out var problem))
        {
            any = true;
            if (item is null) yield return InputItem.Refused(JsonRow.Name(path, problem!.Line), $"line {problem.Line}: {problem.Reason}");
            else if (item.IsTooLarge) yield return InputItem.Refused(JsonRow.Name(path, item.Line), $"the post \"{item.Title}\" is larger than {WxrItem.Longest / 1024 / 1024} MB");
            else yield return Record(item, survey, path, relative, pictures, modified);
        }

        if (!any) yield return InputItem.Refused(path, "the export holds no post: of what WordPress exports only posts are read, not pages, menus and files");
    }

    private static InputItem Record(WxrItem item, WxrSurvey survey, string path, string relative, PictureFinder pictures, DateTime? modified)
    {
        var name = JsonRow.Name(path, item.Line);
        return new InputItem(name, new SourceFile(name, JsonRow.Name(relative, item.Line), item.Record(survey), Extension, modified), null, pictures);
    }

    /// <summary>Goes from post to post; what cannot be read further ends it with a reason.</summary>
    private sealed class WxrReader(WxrStream stream) : IDisposable
    {
        private readonly WxrCursor cursor = new(stream);
        private bool ended;

        public bool Next(out WxrItem? item, out Problem? problem)
        {
            item = null;
            problem = null;
            try
            {
                while (!ended && cursor.Next())
                {
                    if (!cursor.IsElement || cursor.Depth != 2 || cursor.Name != "item") continue;
                    item = WxrItem.Read(cursor);
                    if (item.IsPost || item.IsTooLarge) return true;
                }

                item = null;
                return false;
            }
            catch (XmlException error)
            {
                problem = new Problem(cursor.LineOf(error), $"the export cannot be read further: {WxrCursor.Reason(error)}");
            }
            catch (Exception error) when (error is IOException or InvalidDataException)
            {
                problem = new Problem(cursor.Line, $"the export cannot be read further: {error.Message}");
            }

            ended = true;
            item = null;
            return true;
        }

        public void Dispose() => cursor.Dispose();
    }

    private sealed record Problem(int Line, string Reason);
}
