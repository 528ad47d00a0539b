namespace NewsPortal.Web.Wording;

/// <summary>Simplified Chinese, as the mainland's news sites write.</summary>
internal sealed partial class SimplifiedWords : Words
{
    public override string Language => "zh-Hans";

    public override string OpenGraphLocale => "zh_CN";

    public override SiteDates Dates => ChineseDates.Instance;

    public override string Label(string name) => $"{name}：";

    public override string PageTitle(string title, int number) => $"{title}（第{number}页）";

    public override string Articles(int count) => $"{count} 篇";

    // Every page.
    public override string SkipToText => "跳到正文";

    public override string Sections => "栏目";

    public override string Newest => "最新";

    public override string Search => "搜索";

    public override string SearchNews => "搜索新闻";

    public override string Home => "首页";

    public override string LatestNews => "最新新闻";

    public override string AllLatestNews => "全部最新新闻";

    public override string MostRead => "热读";

    public override string MostReadWindows => "24 小时和 7 天";

    public override string FootLabel => "页脚";

    public override string Browse => "浏览";

    public override string ByDate => "按日期";

    public override string Subscribe => "订阅";

    public override string AllFeeds => "全部订阅 OPML";

    public override string ThisSite => "本站";

    public override string About => "关于本站";

    public override string Corrections => "更正";

    public override string SampleNote => "本站展示的是示例稿件，其中的人物、机构与事件均为虚构。";

    public override string NewsLicence => "互联网新闻信息服务许可证";

    public override string ReportContact => "违法和不良信息举报";

    public override string SearchOf(string site) => $"搜索{site}";

    public override string FrontDescription(string site, IReadOnlyList<string> sections) => $"{site}：{string.Join('、', sections)}的最新新闻";

    // The front page and stories.
    public override string NoArticlesYet => "还没有文章。";

    public override string LeadLabel => "头条";

    public override string SecondsLabel => "要闻";

    public override string Stories => "故事线";

    public override string Story => "故事线";

    public override string GroupedAutomatically => "自动归并";

    public override string GroupedAutomaticallyWhy => "由程序按内容归在一起，没有经过编辑";

    public override string StoryGroupedAutomatically => "故事线 · 自动归并";

    // Search.
    public override string SearchFor(string query) => $"搜索：{query}";

    public override string Everything => "全部";

    public override string From => "从";

    public override string To => "到";

    public override string Section => "栏目";

    public override string Time => "时间";

    public override string NarrowBy(string name) => $"按{name}";

    public override string Year(int year) => $"{year} 年";

    public override string NotFound(string query) => $"没有找到“{query}”。";

    public override string TryOtherWords => "可以换个说法，或减少词语。";

    public override string SearchEverything => "去掉筛选，在全部新闻中找";

    public override string Widened(int total) => $"没有一篇包含全部词语，已为您放宽条件：以下 {total} 篇包含其中的一部分，最相关的在前。";

    public override string Found(int total, bool isFloor) => isFloor ? $"找到 {total} 篇以上，列出其中 {total} 篇。" : $"找到 {total} 篇。";

    public override string Try => "试试：";
}
