using NewsPortal.Core.Markup;

namespace NewsPortal.Web.Wording;

/// <summary>Made-up Chinese text for the page that shows all parts of the site.</summary>
internal static class Specimen
{
    /// <summary>A headline.</summary>
    public const string Line = "云川江上的第一班轮渡";

    /// <summary>A correction.</summary>
    public const string Correction = "原文把轮渡的班次写成每日十二班，应为二十一班。";

    /// <summary>What stands before a word that a search found.</summary>
    public const string Before = "找到的词是这样";

    /// <summary>The word.</summary>
    public const string Marked = "标出";

    /// <summary>What stands after it.</summary>
    public const string After = "的。";

    private const string Markup = """
        <p>云川日报11月24日讯（记者 林小满）清晨5时40分，今年第1班轮渡“海桥号”离开老码头，船上坐着<em>三百二十名</em>早起的人——有上学的，有上班的，还有只为看一眼<a href="/">江上日出</a>的。H<sub>2</sub>O 与 10<sup>3</sup> 也要站得稳。</p>
        <h2>为什么改在清晨</h2>
        <p>“我们数过，”船长说，“一天里最挤的不是傍晚，是天亮之前。”</p>
        <blockquote><p>江水不等人，船也不等人，可是人可以等船。</p></blockquote>
        <h3>三件事</h3>
        <ul><li>班次从每日十二班增到二十一班；</li><li>票价不变；</li><li>自行车可以上船。</li></ul>
        <ol><li>先下后上。</li><li>靠右站立。</li></ol>
        <table><thead><tr><th>码头</th><th>首班</th><th>末班</th></tr></thead><tbody><tr><td>老码头</td><td>5:40</td><td>21:30</td></tr><tr><td>新港</td><td>6:10</td><td>22:00</td></tr></tbody></table>
        <pre><code>ferry --from old-pier --at 05:40</code></pre>
        <hr>
        <p>江面上的灯一盏一盏灭了。</p>
        """;

    /// <summary>An article's body with every element of text that one may hold, read as an imported one is.</summary>
    public static SafeHtml Body { get; } = BodyRenderer.FromHtml(Markup, new RenderingOptions()).Html;
}
