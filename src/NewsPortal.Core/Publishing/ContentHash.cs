using System.Security.Cryptography;
using System.Text.Json;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Publishing;

/// <summary>The hash of everything about an article that the public sees; equal content has an equal hash on every store.</summary>
public static class ContentHash
{
    /// <summary>Hashes an article.</summary>
    /// <param name="article">The article with section, source, tags, authors, pictures and the entries of its live report.</param>
    /// <param name="body">Its body.</param>
    /// <returns>SHA-256 in hexadecimal, over a JSON array of the fields in a fixed order. Numbers of rows take no part.</returns>
    public static string Of(Article article, ArticleBody body)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(body);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256 + (body.Html.Length * 2));
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartArray();
            foreach (var field in (ReadOnlySpan<string?>)
                [article.ExternalId, article.Headline, article.Kicker, article.Subheadline, article.Summary, article.Section?.Name, article.Source?.Name,
                    article.Byline, article.Editor, article.Dateline, article.PictureCredit, article.Language, article.OriginalUrl, body.Html])
            {
                json.WriteStringValue(field);
            }

            // A moment that we made ourselves is no content: the same file must hash alike on every store.
            json.WriteStringValue(article.PublishedAutomatic ? null : article.PublishedUtc.ToString("O"));
            json.WriteBooleanValue(article.PublishedDateOnly);
            WriteAll(json, article.Tags.OrderBy(t => t.Position).Select(t => t.Tag.Name));
            WriteAll(json, article.Authors.OrderBy(a => a.Position).Select(a => a.Author.Name));
            WriteAll(json, article.Pictures.OrderBy(p => p.Position).SelectMany(p => new[] { p.Picture?.Hash, p.AltText, p.Caption, p.Credit }));
            json.WriteStringValue(article.LeadPicture?.Hash);
            WriteLive(json, article);
            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    // Only where there is a report: the hashes of all other articles stay what they were. Entries of one moment are put in
    // order by what they say, because a new one has no number yet.
    private static void WriteLive(Utf8JsonWriter json, Article article)
    {
        if (article.LiveFromUtc is null && article.LiveUpdates.Count == 0)
        {
            return;
        }

        WriteAll(json, [article.LiveFromUtc?.ToString("O"), article.LiveEndedUtc?.ToString("O")]);
        foreach (var update in article.LiveUpdates.OrderBy(u => u.AtUtc).ThenBy(u => u.Html, StringComparer.Ordinal).ThenBy(u => u.Headline, StringComparer.Ordinal))
        {
            WriteAll(json, [update.AtUtc.ToString("O"), update.ChangedUtc?.ToString("O"), update.Headline, update.Html, update.IsKey ? "key" : null]);
        }
    }

    private static void WriteAll(Utf8JsonWriter json, IEnumerable<string?> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
