using System.Xml;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>What a first reading of an export collects, because it may stand anywhere: the site, its writers, its files' addresses.</summary>
internal sealed class WxrSurvey
{
    // Both are small beside any site's text, and a hostile file must not fill the memory with them.
    private const int MostWriters = 50_000;
    private const int MostFiles = 300_000;
    private const int LongestValue = 2000;

    // A blog's own address is more exact than that of the installation that it is one of.
    private static readonly string[] SiteNames = ["wp:base_blog_url", "wp:base_site_url", "link"];

    private readonly Dictionary<string, string> writers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);

    /// <summary>The site's address; empty where the export states none.</summary>
    public string Site => SiteNames.Select(name => addresses.GetValueOrDefault(name)).FirstOrDefault(found => !string.IsNullOrWhiteSpace(found)) ?? string.Empty;

    /// <summary>Reads an export to its end, or to where it cannot be read further: the second reading says so.</summary>
    /// <param name="stream">The export; it is closed.</param>
    public static WxrSurvey Of(WxrStream stream)
    {
        var survey = new WxrSurvey();
        try
        {
            using var cursor = new WxrCursor(stream);
            while (cursor.Next())
                if (cursor.IsElement && cursor.Depth == 2) survey.Take(cursor);
        }
        catch (Exception error) when (error is XmlException or IOException or InvalidDataException)
        {
        }

        return survey;
    }

    /// <summary>The name that a writer is printed under; the login itself where the export tells no more.</summary>
    public string Writer(string login) => writers.GetValueOrDefault(login.Trim(), login.Trim());

    /// <summary>The address of a file by its number; null where the export does not hold it.</summary>
    public string? File(string id) => files.GetValueOrDefault(id.Trim());

    private void Take(WxrCursor cursor)
    {
        switch (cursor.Name)
        {
            case "wp:base_blog_url" or "wp:base_site_url" or "link":
                var name = cursor.Name;
                addresses.TryAdd(name, cursor.Text(LongestValue, out _).Trim());
                break;
            case "wp:author" when writers.Count < MostWriters:
                var writer = cursor.Children(LongestValue);
                var shown = writer.GetValueOrDefault("wp:author_display_name", string.Empty).Trim();
                if (writer.GetValueOrDefault("wp:author_login") is { Length: > 0 } login && shown.Length > 0) writers.TryAdd(login.Trim(), shown);
                break;
            case "item" when files.Count < MostFiles:
                TakeFile(cursor);
                break;
        }
    }

    private void TakeFile(WxrCursor cursor)
    {
        string? id = null;
        string? address = null;
        foreach (var name in cursor.ChildNames())
        {
            if (name == "wp:post_id") id ??= cursor.Text(LongestValue, out _).Trim();
            else if (name == "wp:attachment_url") address ??= cursor.Text(LongestValue, out _).Trim();
        }

        if (id is { Length: > 0 } && address is { Length: > 0 }) files.TryAdd(id, address);
    }
}
