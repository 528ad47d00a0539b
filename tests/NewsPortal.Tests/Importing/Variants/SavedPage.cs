using System.Text;

namespace NewsPortal.Tests.Importing.Variants;

/// <summary>Saved pages of one made-up article.</summary>
internal static class SavedPage
{
    public const string Headline = "古桥修缮记";

    private static readonly string[] Topics = ["桥墩", "石栏", "拱券", "灯柱", "河床", "石匠", "图纸", "船工", "桥名", "雨季"];

    /// <summary>Four paragraphs that no other page has.</summary>
    public static string Prose(int page) => string.Concat(Enumerable.Range(0, 4).Select(i =>
        $"<p>{Topics[(page * 4 + i) % 10]}的第{page * 4 + i}段说的是{Topics[(page * 3 + i + 1) % 10]}：工人们在{page * 7 + i + 3}月里把{Topics[(page + i * 3) % 10]}重新量了一遍，记下{page * 11 + i * 5 + 20}处裂缝，{Topics[(page + i + 5) % 10]}旁边也立了牌子。</p>"));

    /// <summary>A page whose pager shows all pages, as sites do below their text.</summary>
    public static string Of(int page, int count, string headline = Headline) => Whole(
        headline,
        Prose(page) + (page < count ? $"<p><a href=\"{Address(page + 1)}\">余下全文</a></p>" : string.Empty) + "<div class=\"fenye\">" + Pager(page, count) + "</div>");

    public static string Whole(string headline, string body, string head = "", string html = "lang=\"zh\"") =>
        $"<!DOCTYPE html><html {html}><head><meta charset=utf-8><title>{headline}_河湾网</title>{head}</head><body><h1>{headline}</h1><p>2026-11-20 08:00 来源：河湾日报</p><div>{body}</div></body></html>";

    public static byte[] Bytes(string page) => Encoding.UTF8.GetBytes(page);

    private static string Pager(int page, int count) =>
        (page > 1 ? $"<a href=\"{Address(page - 1)}\">上一页</a> " : string.Empty)
        + string.Join(' ', Enumerable.Range(1, count).Select(n => n == page ? $"<b>{n}</b>" : $"<a href=\"{Address(n)}\">{n}</a>"))
        + (page < count ? $" <a href=\"{Address(page + 1)}\">下一页</a>" : string.Empty);

    private static string Address(int page) => page == 1 ? "content_480123.html" : $"content_480123_{page}.html";
}
