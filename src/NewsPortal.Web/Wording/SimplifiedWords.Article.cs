namespace NewsPortal.Web.Wording;

/// <content>An article's page, and lists.</content>
internal sealed partial class SimplifiedWords
{
    public override string PlaceLabel => "所在位置";

    public override string Correction => "更正";

    public override string CorrectionAt(string moment) => $"更正（{moment}）：";

    public override string OldNotice(string day) => $"这篇文章发表于{day}，距今已超过一年，其中的情况可能有变化。";

    public override string PreviewNotice(string until) => $"预览：这篇文章还没有发布，请不要转发这个网址；网址在{until}之前可用。";

    public override string Automatic => "自动";

    public override string TimeAutomaticWhy => "来稿没有注明时间，这是收到稿件的时间";

    public override string HeadlineAutomatic => "标题自动";

    public override string HeadlineAutomaticWhy => "来稿没有标题，这是正文的第一句";

    public override string KeywordsAutomaticWhy => "由程序按内容找出，没有经过编辑";

    public override string Updated => "更新于 ";

    public override string Live => "直播";

    public override string LiveNow => "直播进行中";

    public override string LiveEnded => "直播已结束";

    public override string LiveLast => "最近更新 ";

    public override string LiveReload => "刷新看新进展";

    public override string KeyMoments => "关键时刻";

    public override string Source => "来源";

    public override string Author => "作者";

    public override string WrittenBy => "作者：";

    public override string Length(ReadingLength length) => $"{length.Count}{(length.InWords ? "词" : "字")}，约{length.Minutes}分钟";

    public override string Attachments => "附件";

    public override string AttachmentNote(string kind, long bytes) => $"{kind}，{FileSize.Of(bytes)}";

    public override string SameReport(int sources) => $"同一报道，共 {sources} 家来源：";

    public override string ThisArticle(string source) => $"{source}（本文）";

    public override string Before => "此前";

    public override string After => "此后";

    public override string Editor => "责任编辑";

    public override string PictureCredits(IReadOnlyList<string> credits) => $"图片：{string.Join('；', credits)}";

    public override string Tags => "标签";

    public override string Keywords => "关键词";

    public override string PicturesMissing(int count) => $"原文另有 {count} 幅图片，本站没有收录。";

    public override string Original => "原文";

    public override string Address => "本文地址";

    public override string ReadOnPhone => "手机扫码阅读";

    public override string AddressCode => "本文地址的二维码";

    public override string NeighboursLabel => "上一篇和下一篇";

    public override string PreviousArticle => "上一篇";

    public override string NextArticle => "下一篇";

    public override string Related => "相关新闻";

    public override string EditorsChoice => "编辑推荐";

    public override string RelatedBy => "相关原因：";

    // Lists.
    public override string Tag => "标签";

    public override string ListDescription(string site, string title, string kind) => $"{site}：{title}{(kind.Length > 0 ? $"，{kind}" : string.Empty)}";

    public override string NothingHereYet => "这里还没有文章。";

    public override string SameReportLine(int sources) => $"同一报道，共 {sources} 家来源";

    public override string Today => "今天";

    public override string PagesLabel => "分页";

    public override string PreviousPage => "上一页";

    public override string NextPage => "下一页";

    public override string Page(int number) => $"第 {number} 页";

    public override string PageOf(int number, int count) => $"第 {number} 页，共 {count} 页";

    public override string EarlierByDate => "更早的新闻按日期查看";

    public override string NewsOf(string date) => $"{date}新闻";

    public override string DayDescription(string site, string day, int count) => $"{site}{day}的全部新闻，共{count}篇";

    public override string MonthDescription(string site, string month) => $"{site}{month}的新闻，按日期查看";

    public override string DayLine(string weekday, int count) => $"{weekday}，共 {count} 篇";

    public override string MonthLine(int count) => $"共 {count} 篇，按日期查看";

    public override string EmptyMonth => "这个月还没有文章。";

    public override string DaysLabel => "前一天和后一天";

    public override string DayBefore => "前一天";

    public override string DayAfter => "后一天";

    public override string MonthsLabel => "前一个月和后一个月";

    public override string Earlier => "更早";

    public override string Later => "更晚";

    public override string MostReadNote => "按阅读次数排列，越近的阅读分量越重。不用 Cookie，不保存读者的地址。";

    public override string MostReadDescription(string site) => $"{site}：24 小时和 7 天内读得最多的新闻";

    public override string RankingsLabel => "榜单";

    public override string InDay => "24 小时";

    public override string InWeek => "7 天";

    public override string CorrectionsNote => "已发布的文章有误，改正后都记在这里，不会删去。";

    public override string CorrectionsDescription(string site) => $"{site}的更正记录";

    public override string NoCorrectionsYet => "还没有更正。";

    public override string LedgerNewest(long sequence) =>
        $"每一次公开的改动都按顺序记录，后一条带有前一条的校验值，因此不能悄悄改写。最新一条：第 {sequence} 条，";

    public override string LedgerHash => "，校验值 ";
}
