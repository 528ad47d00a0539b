using System.Globalization;
using System.Text;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>Nests the items of a list by their levels, which may leap in either direction.</summary>
/// <param name="html">Where to.</param>
internal sealed class ListMarkup(StringBuilder html)
{
    private readonly Stack<ListPlace> open = new();

    /// <summary>Begins an item; everything written until the next one stands in it.</summary>
    public void Begin(ListPlace place)
    {
        while (open.Count > 0 && open.Peek().Level > place.Level) Close();
        if (open.Count > 0 && open.Peek().Level == place.Level)
        {
            if (open.Peek().Ordered == place.Ordered)
            {
                html.Append("</li><li>");
                return;
            }

            Close();
        }

        open.Push(place);
        html.Append(place.Ordered ? string.Create(CultureInfo.InvariantCulture, $"<ol start=\"{place.Number}\"><li>") : "<ul><li>");
    }

    /// <summary>Ends all lists.</summary>
    public void End()
    {
        while (open.Count > 0) Close();
    }

    private void Close() => html.Append(open.Pop().Ordered ? "</li></ol>" : "</li></ul>");
}
