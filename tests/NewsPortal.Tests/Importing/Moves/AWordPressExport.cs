using System.Text;

namespace NewsPortal.Tests.Importing.Moves;

/// <summary>Writes WordPress exports for tests, as WordPress itself lays them out; only what a test names differs from the ordinary.</summary>
internal sealed class AWordPressExport(string site = "https://old.example", string version = "1.2")
{
    private readonly StringBuilder items = new();
    private readonly StringBuilder writers = new();
    private int next = 100;

    public AWordPressExport Writer(string login, string name)
    {
        writers.Append($"<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[{login}]]></wp:author_login><wp:author_email>secret@old.example</wp:author_email><wp:author_display_name><![CDATA[{name}]]></wp:author_display_name></wp:author>\n");
        return this;
    }

    public AWordPressExport Post(
        string title, string content, string status = "publish", string type = "post", int? id = null, string gmt = "2020-01-02 03:04:05", string local = "2020-01-02 11:04:05", string? link = null, string extra = "")
    {
        var number = id ?? next++;
        items.Append($"""
            <item>
            <title>{title}</title>
            <link>{link ?? $"{site}/?p={number}"}</link>
            <pubDate>Thu, 02 Jan 2020 03:04:05 +0000</pubDate>
            <dc:creator><![CDATA[wang]]></dc:creator>
            <guid isPermaLink="false">{site}/?p={number}</guid>
            <description></description>
            <content:encoded><![CDATA[{content}]]></content:encoded>
            <wp:post_id>{number}</wp:post_id>
            <wp:post_date><![CDATA[{local}]]></wp:post_date>
            <wp:post_date_gmt><![CDATA[{gmt}]]></wp:post_date_gmt>
            <wp:status><![CDATA[{status}]]></wp:status>
            <wp:post_type><![CDATA[{type}]]></wp:post_type>
            {extra}
            </item>

            """);
        return this;
    }

    public AWordPressExport File(int id, string address) => Post("file", string.Empty, "inherit", "attachment", id, extra: $"<wp:attachment_url><![CDATA[{address}]]></wp:attachment_url>");

    public AWordPressExport Raw(string xml)
    {
        items.Append(xml);
        return this;
    }

    public string Head => $"""
        <?xml version="1.0" encoding="UTF-8" ?>
        <!-- This is a WordPress eXtended RSS file. -->
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/{version}/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/{version}/">
        <channel>
        <title>旧站</title>
        <link>{site}</link>
        <wp:wxr_version>{version}</wp:wxr_version>
        <wp:base_site_url>{site}</wp:base_site_url>
        <wp:base_blog_url>{site}</wp:base_blog_url>

        """;

    public override string ToString() => Head + writers + items + "</channel>\n</rss>\n";
}
