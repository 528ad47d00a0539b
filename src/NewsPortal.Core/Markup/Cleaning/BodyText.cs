using System.Text;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>The plain text of a body: a line for every paragraph, heading, item, quoted line, caption and table row.</summary>
internal sealed class BodyText
{
    private readonly StringBuilder text = new();
    private StringBuilder? cell;
    private List<string>? row;

    public void Line(string line)
    {
        if (cell is not null)
        {
            if (cell.Length > 0) cell.Append(' ');
            cell.Append(line.Replace('\n', ' '));
            return;
        }

        foreach (var part in line.Split('\n'))
        {
            var kept = part.TrimEnd();
            if (kept.Length == 0) continue;
            if (text.Length > 0) text.Append('\n');
            text.Append(kept);
        }
    }

    public void BeginRow()
    {
        row = [];
        cell = new StringBuilder();
    }

    public void EndCell()
    {
        row!.Add(cell!.ToString());
        cell.Clear();
    }

    public void EndRow()
    {
        var cells = row!;
        cell = null;
        row = null;
        if (cells.Exists(content => content.Length > 0)) Line(string.Join('\t', cells).Trim('\t'));
    }

    public override string ToString() => text.ToString();
}
