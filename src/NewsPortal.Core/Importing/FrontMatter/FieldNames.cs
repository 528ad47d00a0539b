using System.Collections.Frozen;

namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>The field that a key stands for.</summary>
internal enum ArticleField
{
    ExternalId,
    Headline,
    Kicker,
    Subheadline,
    Summary,
    Published,
    Revised,
    Embargo,
    Source,
    Byline,
    Editor,
    Section,
    Tags,
    Cover,
    Slug,
    Aliases,
    Address,
    CanonicalUrl,
    SiteName,
    Draft,
    Status,
    Language,
    Dateline,
    Writers,
    PictureCredit,
    PictureCaptions,
    PictureCredits,
    Automatic,
    WithdrawnReason,
    LiveFrom,
    LiveEnded,
    LiveUpdates,
    FixedPage,
    Text,
    Markdown,
    Html,
}

/// <summary>
/// The one table of keys: our own, those of Hugo, Hexo and Jekyll, and the Chinese ones. A key is looked up in lower case
/// without blanks, hyphens and underscores. A spelling that is missing here is a line here, nowhere else.
/// </summary>
internal static class FieldNames
{
    private static readonly FrozenDictionary<string, ArticleField> Table = Rows().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The field of a key; null for a key that means nothing here.</summary>
    public static ArticleField? Of(string key) => Table.TryGetValue(Normalize(key), out var field) ? field : null;

    /// <summary>True for the key by which a table is known (<c>{name: …}</c> of an author, <c>{url: …}</c> of a picture).</summary>
    public static bool NamesItsTable(string? key) => key is not null && Normalize(key) is "name" or "title" or "url" or "src" or "image" or "path" or "名称" or "姓名";

    private static string Normalize(string key) =>
        string.Concat(key.Where(c => c is not (' ' or '-' or '_' or '\u3000'))).ToLowerInvariant();

    private static IEnumerable<KeyValuePair<string, ArticleField>> Rows()
    {
        foreach (var (field, keys) in Keys())
            foreach (var key in keys.Split(' ')) yield return new(key, field);
    }

    private static IEnumerable<(ArticleField Field, string Keys)> Keys() =>
    [
        (ArticleField.ExternalId, "id externalid articleid guid 编号 稿件编号"),
        (ArticleField.Headline, "headline title subject 标题 題目 標題 题目 主标题"),
        (ArticleField.Kicker, "kicker eyebrow 引题 引題 肩题 眉题"),
        (ArticleField.Subheadline, "subheadline subtitle subhead 副题 副題 副标题 副標題"),
        (ArticleField.Summary, "summary description excerpt abstract 摘要 简介 簡介 导读 內容提要 内容提要"),
        (ArticleField.Published, "date published publishdate publishedat publishtime pubdate datepublished time 时间 時間 日期 发布时间 發布時間 发表时间 发布日期 刊发时间"),
        (ArticleField.Revised, "revised lastmod lastmodified lastmodifiedat updated updatedat modified datemodified 更新时间 修改时间 更新日期 修訂時間 修订时间"),
        (ArticleField.Embargo, "embargo embargountil 解禁时间 解禁"),
        (ArticleField.Source, "source origin 来源 來源 出处 稿源"),
        (ArticleField.Byline, "byline author authors writer creator 作者 记者 記者 署名 撰文 文"),
        (ArticleField.Editor, "editor 责任编辑 責任編輯 责编 编辑 編輯"),
        (ArticleField.Section, "section category categories channel column 栏目 欄目 频道 頻道 分类 分類 版面"),
        (ArticleField.Tags, "tags tag keywords keyword topics 标签 標籤 关键词 關鍵詞 关键字"),
        (ArticleField.Cover, "cover image coverimage featuredimage thumbnail banner ogimage 封面 头图 題圖 题图"),
        (ArticleField.Slug, "slug"),
        (ArticleField.Aliases, "aliases alias redirectfrom redirects 旧地址 别名"),
        (ArticleField.Address, "url permalink"),
        (ArticleField.CanonicalUrl, "canonical canonicalurl via originalurl sourceurl link 原文 原文链接 原文地址 原文網址"),
        (ArticleField.SiteName, "site sitename 网站 站点"),
        (ArticleField.Draft, "draft 草稿"),
        (ArticleField.Status, "status state 状态 狀態"),
        (ArticleField.Language, "language lang locale 语言 語言"),
        (ArticleField.Dateline, "dateline 电头 電頭"),
        (ArticleField.Writers, "writers"),
        (ArticleField.PictureCredit, "picturecredit 图片来源"),
        (ArticleField.PictureCaptions, "picturecaptions"),
        (ArticleField.PictureCredits, "picturecredits"),
        (ArticleField.Automatic, "automatic"),
        (ArticleField.WithdrawnReason, "withdrawnreason 撤稿原因"),
        (ArticleField.LiveFrom, "livefrom"),
        (ArticleField.LiveEnded, "liveended"),
        (ArticleField.LiveUpdates, "liveupdates"),
        (ArticleField.FixedPage, "fixedpage layout 固定页面"),
        (ArticleField.Text, "text body content 正文 内容 內容"),
        (ArticleField.Markdown, "markdown md"),
        (ArticleField.Html, "html bodyhtml"),
    ];
}
