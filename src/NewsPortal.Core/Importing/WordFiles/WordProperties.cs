using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.Names;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>
/// The document's properties, which Word fills in by itself: the last resort where the text says nothing. The creator is
/// never read: it is the name of whoever set up the computer.
/// </summary>
internal static partial class WordProperties
{
    // Templates that programs write documents from carry the day on which they were made.
    private static readonly DateTime[] TemplateDays = [new(2013, 12, 23), new(2006, 9, 16)];

    /// <summary>Fills in what is still missing.</summary>
    public static void Apply(WordprocessingDocument document, ExtractedArticle article, SourceFile file, ExtractionOptions options)
    {
        if (Read(document) is not { } properties)
        {
            article.Warnings.Add(new ImportWarning(0, "the document's properties are damaged and were not read"));
            return;
        }

        if (article.Headline.Length == 0 && properties.Title?.Trim() is { Length: > 1 and <= ArticleFields.LongestHeadline } title && !NoTitle().IsMatch(title))
        {
            article.Headline = title;
            article.Origins["headline"] = Property("title");
        }

        if (article.Tags.Count == 0 && properties.Keywords is { Length: > 0 } keywords && TagNames.In(keywords) is { Count: > 0 } tags)
        {
            article.Tags.AddRange(tags);
            article.Origins["tags"] = Property("keywords");
        }

        if (article.Published is null && DateInPath.Find(file.RelativePath, options.Zone) is null && properties.Created is { Year: > 1990 and < 2100 } created
            && !TemplateDays.Contains(created.Date))
        {
            var at = TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(created, DateTimeKind.Utc)), options.Zone);
            article.Published = new StatedTime(at);
            article.Origins["published"] = Property("created");
            article.Warnings.Add(new ImportWarning(0, $"no date found in the text, the moment when the document was made ({at:yyyy-MM-dd HH:mm}) was taken"));
        }
    }

    private static Properties? Read(WordprocessingDocument document)
    {
        try
        {
            var properties = document.PackageProperties;
            return new(properties.Title, properties.Keywords, properties.Created);
        }
        catch (Exception error) when (error is XmlException or IOException or FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static FieldOrigin Property(string name) => new(0, 0, $"document property \"{name}\"");

    private sealed record Properties(string? Title, string? Keywords, DateTime? Created);

    [GeneratedRegex(@"^(?:Microsoft (?:Office )?Word|Word 文档|Word Document|无标题|未命名|Untitled|Title|标题|文档\s?\d{0,4}|Document\s?\d{0,4})|\.(?:docx?|wps|dotx?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();
}
