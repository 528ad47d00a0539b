namespace NewsPortal.Web.Wording;

/// <content>What the site says about itself, and how it refuses.</content>
internal sealed partial class SimplifiedWords
{
    public override string AboutDescription(string site) => $"关于{site}：来源、更正、订阅与隐私";

    public override string NameAndTagline(string site, string tagline) => $"{site}：{tagline}。";

    public override string SourcesHead => "来源与署名";

    public override string SourcesText =>
        "每篇文章都注明来源、作者和发布时间；转载的文章保留原始出处。几家媒体刊发同一篇报道时，列表只列一次，并写明共有几家来源。";

    public override string AutomaticText =>
        "“相关新闻”由程序按内容计算，并写出每一条相关的原因。标有“自动”的标题或时间不是来稿原有的，而是由程序补上的。";

    public override IReadOnlyList<PhrasePart> CorrectionsText { get; } =
        ["文章有误时，更正写在文章上方，并收入", new("更正", "/corrections"), "页面。"];

    public override IReadOnlyList<PhrasePart> FeedsText { get; } =
    [
        "全站与各栏目、标签、来源都有全文订阅：", new("RSS", "/feed.xml"), "、", new("Atom", "/atom.xml"), "、",
        new("JSON Feed", "/feed.json"), "，或一次导入", new("全部订阅", "/feeds.opml"), "。",
    ];

    public override string PrivacyHead => "隐私";

    public override string PrivacyText => "本站的阅读页面不使用脚本，不存放 Cookie，不向第三方发出任何请求。";

    public override string ContactHead => "联系";

    public override RefusalWords Refusal(int status) => status switch
    {
        404 => new("没有这个页面", "这个地址没有内容。地址可能有误，或者文章从未在这里发布。"),
        410 => new("这篇文章已经撤下", "这个地址原有的文章已经撤下，不再提供。"),
        429 => new("搜索太频繁", "您在短时间内搜索了很多次，请稍候再试。"),
        503 => new("暂时无法访问", "网站暂时读不到数据，请稍后再试。"),
        < 500 => new("无法处理这个请求", "服务器无法处理这个请求。"),
        _ => new("服务器出了差错", "页面没能做出来。差错已经记录，请稍后再试。"),
    };
}
