namespace NewsPortal.Web.Wording;

/// <summary>Traditional Chinese, as Taiwan's and Hong Kong's news sites write: words of their own, not converted ones.</summary>
internal sealed partial class TraditionalWords : Words
{
    public override string Language => "zh-Hant";

    public override string OpenGraphLocale => "zh_TW";

    public override SiteDates Dates => ChineseDates.Instance;

    public override string Label(string name) => $"{name}：";

    public override string PageTitle(string title, int number) => $"{title}（第 {number} 頁）";

    public override string Articles(int count) => $"{count} 則";

    // Every page.
    public override string SkipToText => "跳至主要內容";

    public override string Sections => "分類";

    public override string Newest => "最新";

    public override string Search => "搜尋";

    public override string SearchNews => "搜尋新聞";

    public override string Home => "首頁";

    public override string LatestNews => "最新新聞";

    public override string AllLatestNews => "所有最新新聞";

    public override string MostRead => "熱門新聞";

    public override string MostReadWindows => "24 小時與 7 天";

    public override string FootLabel => "頁尾";

    public override string Browse => "瀏覽";

    public override string ByDate => "依日期";

    public override string Subscribe => "訂閱";

    public override string AllFeeds => "所有訂閱 OPML";

    public override string ThisSite => "本站";

    public override string About => "關於本站";

    public override string Corrections => "更正啟事";

    public override string SampleNote => "本站刊載的是範例稿件，其中的人物、機構與事件均屬虛構。";

    public override string NewsLicence => "互聯網新聞信息服務許可證";

    public override string ReportContact => "違法與不良資訊檢舉";

    public override string SearchOf(string site) => $"搜尋{site}";

    public override string FrontDescription(string site, IReadOnlyList<string> sections) => $"{site}：{string.Join('、', sections)}的最新新聞";

    // The front page and stories.
    public override string NoArticlesYet => "目前還沒有新聞。";

    public override string LeadLabel => "頭條";

    public override string SecondsLabel => "要聞";

    public override string Stories => "新聞脈絡";

    public override string Story => "新聞脈絡";

    public override string GroupedAutomatically => "自動歸類";

    public override string GroupedAutomaticallyWhy => "由程式依內容歸類，未經編輯";

    public override string StoryGroupedAutomatically => "新聞脈絡 · 自動歸類";

    // Search.
    public override string SearchFor(string query) => $"搜尋：{query}";

    public override string Everything => "全部";

    public override string From => "從";

    public override string To => "到";

    public override string Section => "分類";

    public override string Time => "時間";

    public override string NarrowBy(string name) => $"依{name}";

    public override string Year(int year) => $"{year} 年";

    public override string NotFound(string query) => $"找不到「{query}」。";

    public override string TryOtherWords => "請換個說法，或減少字詞。";

    public override string SearchEverything => "取消篩選，搜尋所有新聞";

    public override string Widened(int total) => $"沒有一則包含所有字詞，已為您放寬條件：以下 {total} 則包含其中一部分，最相關的在前。";

    public override string Found(int total, bool isFloor) => isFloor ? $"找到超過 {total} 則，列出其中 {total} 則。" : $"找到 {total} 則。";

    public override string Try => "試試：";
}
