using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Publishing;

/// <summary>A text as an editor in a page works on it: only markup that would be stored, its pictures by their addresses.</summary>
public static class EditableHtml
{
    /// <summary>Cleans a text the way it is cleaned when it is saved.</summary>
    /// <param name="text">The text: written here, pasted, or stored.</param>
    /// <param name="format">How it is written.</param>
    /// <returns>Markup. Saved as it is, it becomes just what the text would have become.</returns>
    /// <exception cref="ArticleEditException">It is too long, or too deeply nested.</exception>
    public static string Of(string text, BodyFormat format) => Of(EditedText.Render(new ArticleEdit { Body = text, Format = format }));

    /// <summary>The same of a text that is rendered already.</summary>
    internal static string Of(RenderedBody rendered) =>
        PicturePlaceholders.WithAddresses(rendered.Html, place => place < rendered.Pictures.Count ? rendered.Pictures[place].Src : null);
}
