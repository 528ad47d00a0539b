using System.Text.Json;
using NewsPortal.Core.Importing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Importing;

namespace NewsPortal.Tests.Outside;

/// <summary>Inputs that make naive parsers quadratic or overflow the stack.</summary>
public sealed class PathologicalTests
{
    private const double MostSeconds = 2;
    private const long MostBytes = 256 * 1024 * 1024;

    // What is freed meanwhile counts as well, so this is stricter than what the machine must have. A full stack would end
    // the whole run: no exception tells of it.
    [BenchFact]
    public void Every_recipe_against_parsers_ends_soon_with_an_article_or_a_clear_reason()
    {
        foreach (var item in BadInputTests.Cases("pathological"))
        {
            var (text, extension) = (ShapeRecipe.Write(item), "." + item.GetProperty("fmt").GetString());
            Extraction? extraction = null;
            var cost = Cost.Of(() => extraction = Extracted.Try(text, extension), MostSeconds);
            Assert.True(cost.Seconds < MostSeconds && cost.Allocated < MostBytes, $"{item.GetProperty("name")}: {cost}");
            Assert.True(extraction!.Article is not null || extraction.Error is { Length: > 10 });
        }
    }

    [Theory]
    [InlineData("for i in 0..2: \"  \"*i + \"* a\\n\"", "* a\n  * a\n    * a\n")]
    [InlineData("\"<p \" + for i in 1..3: \"a<i>=1 \" + \">x\"", "<p a1=1 a2=1 a3=1 >x")]
    [InlineData("for i in 1..2: \"[i]: u\\n\" then \"[0] \"*3", "[1]: u\n[2]: u\n[0] [0] [0] ")]
    [InlineData("for i in 1..3: \"e\" + \"`\"*i", "e`e``e```")]
    public void A_formula_is_written_out(string formula, string text) =>
        Assert.Equal(text, ShapeRecipe.Write(JsonSerializer.SerializeToElement(new { shape = formula })));
}
