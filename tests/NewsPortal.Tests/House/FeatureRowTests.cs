using System.Reflection;
using System.Text.RegularExpressions;

namespace NewsPortal.Tests.House;

/// <summary>
/// The rows of the feature table that say how crawlers, search engines, feed readers and programs are served. Each is a
/// test whose name begins with the row, or with several of them, so that none is lost when tests are moved and renamed.
/// </summary>
public sealed partial class FeatureRowTests
{
    private static readonly string[] Rows =
    [
        .. Range('S', 1, 17), .. Range('D', 5, 8), .. Range('O', 1, 3),
        .. Range('N', 1, 4), .. Range('G', 1, 3), .. Range('J', 1, 3), .. Range('C', 1, 4), .. Range('B', 1, 6), .. Range('H', 1, 5), .. Range('F', 1, 5),
    ];

    [Fact]
    public void Every_row_is_a_test_that_carries_its_name()
    {
        var carried = Assembly.GetExecutingAssembly().GetTypes().SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttributes<FactAttribute>().Any())
            .SelectMany(m => RowsOf(m.Name)).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Rows.Except(carried));
    }

    [Theory]
    [InlineData("S9_F1_links_in_a_feed_are_absolute", "S9 F1")]
    [InlineData("S12_H1_a_second_visit_costs_no_bytes", "S12 H1")]
    [InlineData("A_sentence_of_S1_is_no_row", "")]
    [InlineData("S12a_is_no_row", "")]
    public void A_name_begins_with_its_rows(string name, string rows) => Assert.Equal(rows, string.Join(' ', RowsOf(name)));

    private static IEnumerable<string> Range(char letter, int first, int last) => Enumerable.Range(first, last - first + 1).Select(n => $"{letter}{n}");

    private static IEnumerable<string> RowsOf(string name) => Leading().Match(name).Groups["row"].Captures.Select(c => c.Value);

    [GeneratedRegex("^(?:(?<row>[A-Z][0-9]{1,2})_)+")]
    private static partial Regex Leading();
}
