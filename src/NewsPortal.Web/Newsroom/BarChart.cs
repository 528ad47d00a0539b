namespace NewsPortal.Web.Newsroom;

/// <summary>A small chart of bars over time, drawn by the server: numbers stay readable in each bar's title and in a table for who cannot see it.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Bars">The bars, the oldest first.</param>
/// <param name="Series">What the parts of a bar are called, from the bottom up.</param>
public sealed record BarChart(string Label, IReadOnlyList<ChartBar> Bars, IReadOnlyList<string> Series)
{
    /// <summary>The highest bar's height in the drawing, of 120 in all.</summary>
    public const double Height = 100;

    /// <summary>Width of the drawing.</summary>
    public const double Width = 600;

    /// <summary>The largest sum.</summary>
    public long Most => Bars.Count == 0 ? 0 : Bars.Max(b => b.Sum);

    /// <summary>There is something to be seen.</summary>
    public bool HasAny => Most > 0;

    /// <summary>The rectangles, in the units of the drawing.</summary>
    public IEnumerable<ChartPart> Parts()
    {
        var step = Width / Math.Max(1, Bars.Count);
        for (var i = 0; i < Bars.Count; i++)
        {
            var top = Height + 10;
            for (var series = 0; series < Bars[i].Values.Count; series++)
            {
                var high = Height * Bars[i].Values[series] / Math.Max(1, Most);
                if (high > 0)
                {
                    top -= high;
                    yield return new ChartPart((i * step) + (step * 0.1), top, step * 0.8, high, series, $"{Bars[i].Name}: {Series[series]} {Bars[i].Values[series]}");
                }
            }
        }
    }
}

/// <summary>One bar.</summary>
/// <param name="Name">What it stands for: a day, an hour.</param>
/// <param name="Values">Its parts, from the bottom up.</param>
public sealed record ChartBar(string Name, IReadOnlyList<long> Values)
{
    /// <summary>Its height.</summary>
    public long Sum => Values.Sum();
}

/// <summary>A rectangle of the drawing.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Series">Which part of its bar it is, from 0.</param>
/// <param name="Title">What it says.</param>
public readonly record struct ChartPart(double X, double Y, double Width, double Height, int Series, string Title);
