namespace NewsPortal.Web.Wording;

/// <content>An article's page, and lists.</content>
internal sealed partial class TraditionalWords
{
    public override string PlaceLabel => "目前位置";

    public override string Correction => "更正";

    public override string CorrectionAt(string moment) => $"更正（{moment}）：";

    public override string OldNotice(string day) => $"這篇文章發表於{day}，距今已超過一年，文中情況可能已有變化。";

    public override string PreviewNotice(string until) => $"預覽：這篇文章還沒有發布，請不要轉發這個網址；網址在{until}之前可用。";

    public override string Automatic => "自動";

    public override string TimeAutomaticWhy => "來稿未註明時間，這是收到稿件的時間";

    public override string HeadlineAutomatic => "自動標題";

    public override string HeadlineAutomaticWhy => "來稿沒有標題，這是內文的第一句";

    public override string KeywordsAutomaticWhy => "由程式依內容找出，未經編輯";

    public override string Updated => "更新於 ";

    public override string Live => "直播";

    public override string LiveNow => "直播進行中";

    public override string LiveEnded => "直播已結束";

    public override string LiveLast => "最近更新 ";

    public override string LiveReload => "重新整理看最新進展";

    public override string KeyMoments => "關鍵時刻";

    public override string Source => "來源";

    public override string Author => "作者";

    public override string WrittenBy => "作者：";

    public override string Length(ReadingLength length) => $"{length.Count} {(length.InWords ? "詞" : "字")}，約 {length.Minutes} 分鐘";

    public override string Attachments => "附件";

    public override string AttachmentNote(string kind, long bytes) => $"{kind}，{FileSize.Of(bytes)}";

    public override string SameReport(int sources) => $"同一則報導，共 {sources} 家媒體：";

    public override string ThisArticle(string source) => $"{source}（本文）";

    public override string Before => "先前";

    public override string After => "後續";

    public override string Editor => "責任編輯";

    public override string PictureCredits(IReadOnlyList<string> credits) => $"圖片：{string.Join('；', credits)}";

    public override string Tags => "標籤";

    public override string Keywords => "關鍵字";

    public override string PicturesMissing(int count) => $"原文另有 {count} 張圖片，本站未收錄。";

    public override string Original => "原文";

    public override string Address => "本文網址";

    public override string ReadOnPhone => "用手機掃描閱讀";

    public override string AddressCode => "本文網址的 QR Code";

    public override string NeighboursLabel => "上一則與下一則";

    public override string PreviousArticle => "上一則";

    public override string NextArticle => "下一則";

    public override string Related => "相關新聞";

    public override string EditorsChoice => "編輯推薦";

    public override string RelatedBy => "相關原因：";

    // Lists.
    public override string Tag => "標籤";

    public override string ListDescription(string site, string title, string kind) => $"{site}：{title}{(kind.Length > 0 ? $"，{kind}" : string.Empty)}";

    public override string NothingHereYet => "這裡還沒有新聞。";

    public override string SameReportLine(int sources) => $"同一則報導，共 {sources} 家媒體";

    public override string Today => "今天";

    public override string PagesLabel => "分頁";

    public override string PreviousPage => "上一頁";

    public override string NextPage => "下一頁";

    public override string Page(int number) => $"第 {number} 頁";

    public override string PageOf(int number, int count) => $"第 {number} 頁，共 {count} 頁";

    public override string EarlierByDate => "更早的新聞請依日期查看";

    public override string NewsOf(string date) => $"{date}新聞";

    public override string DayDescription(string site, string day, int count) => $"{site}{day}的所有新聞，共 {count} 則";

    public override string MonthDescription(string site, string month) => $"{site}{month}的新聞，依日期查看";

    public override string DayLine(string weekday, int count) => $"{weekday}，共 {count} 則";

    public override string MonthLine(int count) => $"共 {count} 則，依日期查看";

    public override string EmptyMonth => "這個月還沒有新聞。";

    public override string DaysLabel => "前一天與後一天";

    public override string DayBefore => "前一天";

    public override string DayAfter => "後一天";

    public override string MonthsLabel => "上個月與下個月";

    public override string Earlier => "更早";

    public override string Later => "更晚";

    public override string MostReadNote => "依閱讀次數排列，越近的閱讀比重越高。不使用 Cookie，不儲存讀者的位址。";

    public override string MostReadDescription(string site) => $"{site}：24 小時與 7 天內最多人閱讀的新聞";

    public override string RankingsLabel => "排行榜";

    public override string InDay => "24 小時";

    public override string InWeek => "7 天";

    public override string CorrectionsNote => "已刊登的報導如有錯誤，更正後都記錄在此，不會刪除。";

    public override string CorrectionsDescription(string site) => $"{site}的更正紀錄";

    public override string NoCorrectionsYet => "目前沒有更正。";

    public override string LedgerNewest(long sequence) =>
        $"每一次公開的變更都依序記錄，後一筆帶有前一筆的雜湊值，因此無法暗中改寫。最新一筆：第 {sequence} 筆，";

    public override string LedgerHash => "，雜湊值 ";
}
