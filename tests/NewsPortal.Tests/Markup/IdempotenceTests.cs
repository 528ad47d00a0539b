using CsCheck;
using NewsPortal.Core.Markup;

namespace NewsPortal.Tests.Markup;

public sealed class IdempotenceTests
{
    internal static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a href='https://a.example/x?y=1&z=2'>", "<a href=x>", "</a>", "<br>", "<br><br>",
        "<ul>", "<ol start=4>", "<li>", "</ul>", "</ol>", "<table>", "<tr>", "<td>", "<td colspan=3>", "<th>", "</table>", "<caption>", "<thead>",
        "<figure>", "</figure>", "<figcaption>", "</figcaption>", "<img src=a.png alt='<\">'>", "<h1>", "</h1>", "<h3>", "</h3>", "<blockquote>", "</blockquote>",
        "<pre>", "</pre>", "<code>", "</code>", "<dl>", "<dt>", "<dd>", "</dl>", "<hr>", "<ruby>", "<rt>", "</ruby>", "<sup>", "</sup>", "<q>", "</q>",
        "<video src=//v.example/1 title=t></video>", "<svg>", "</svg>", "<template>", "<select>", "<option>", "<form>", "<!--", "-->", "<script>", "</script>",
        "文字", "。", " ", "\n", "　　", "&nbsp;", "&lt;x&gt;", "word", "a", "&amp;amp;", "\0", "\u2028", "😀", "\uD800", "<input type=checkbox disabled checked>",
    ];

    private static readonly Gen<string> Html = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Cleaning_what_is_clean_changes_nothing() => Html.Sample(
        html =>
        {
            var once = BodyRenderer.FromHtml(html).Html.Value;
            return BodyRenderer.FromHtml(once).Html.Value == once;
        },
        iter: 4000);

    [Fact]
    public void Nothing_survives_that_could_run() => Html.Sample(
        html => !BodyRenderer.FromHtml(html).Html.Value.Contains("<script", StringComparison.OrdinalIgnoreCase),
        iter: 1000);
}
