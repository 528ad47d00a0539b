namespace NewsPortal.Web.Wording;

/// <content>What the site says about itself, and how it refuses.</content>
internal sealed partial class TraditionalWords
{
    public override string AboutDescription(string site) => $"關於{site}：來源、更正、訂閱與隱私";

    public override string NameAndTagline(string site, string tagline) => $"{site}：{tagline}。";

    public override string SourcesHead => "來源與署名";

    public override string SourcesText =>
        "每則新聞都註明來源、作者與發布時間；轉載的報導保留原始出處。多家媒體刊登同一則報導時，列表只列一次，並註明共有幾家媒體。";

    public override string AutomaticText =>
        "「相關新聞」由程式依內容計算，並寫出每一則相關的原因。標有「自動」的標題或時間並非來稿原有，而是由程式補上。";

    public override IReadOnlyList<PhrasePart> CorrectionsText { get; } =
        ["報導有誤時，更正刊於報導上方，並收入", new("更正啟事", "/corrections"), "頁面。"];

    public override IReadOnlyList<PhrasePart> FeedsText { get; } =
    [
        "全站與各分類、標籤、來源都有全文訂閱：", new("RSS", "/feed.xml"), "、", new("Atom", "/atom.xml"), "、",
        new("JSON Feed", "/feed.json"), "，或一次匯入", new("所有訂閱", "/feeds.opml"), "。",
    ];

    public override string PrivacyHead => "隱私";

    public override string PrivacyText => "本站的閱讀頁面不使用腳本，不存放 Cookie，也不向第三方發出任何請求。";

    public override string ContactHead => "聯絡我們";

    public override RefusalWords Refusal(int status) => status switch
    {
        404 => new("找不到這個頁面", "這個網址沒有內容。網址可能有誤，或者報導從未在此刊登。"),
        410 => new("這則新聞已經撤下", "這個網址原有的新聞已經撤下，不再提供。"),
        429 => new("搜尋太頻繁", "您在短時間內搜尋了很多次，請稍候再試。"),
        503 => new("暫時無法瀏覽", "網站暫時讀不到資料，請稍後再試。"),
        < 500 => new("無法處理這個要求", "伺服器無法處理這個要求。"),
        _ => new("伺服器發生錯誤", "頁面無法產生。錯誤已經記錄，請稍後再試。"),
    };
}
