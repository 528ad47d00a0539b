using System.Globalization;

namespace NewsPortal.Web.Newsroom;

/// <summary>
/// The newsroom's words, in Chinese and in English, side by side where they are used: a page is changed in one place, and
/// neither language can be forgotten.
/// </summary>
/// <param name="http">The exchange: whoever is signed in chooses the language.</param>
/// <param name="site">The site: its language is that of everyone who did not.</param>
public sealed class Bilingual(IHttpContextAccessor http, Serving.CurrentSite site)
{
    /// <summary>The language, BCP 47.</summary>
    public string Language => IsChinese ? "zh-Hans" : "en";

    /// <summary>The newsroom speaks Chinese.</summary>
    public bool IsChinese => !((Chosen ?? site.Snapshot.Settings.Language).StartsWith("en", StringComparison.Ordinal));

    /// <summary>A text.</summary>
    /// <param name="chinese">In Chinese.</param>
    /// <param name="english">In English.</param>
    public string this[string chinese, string english] => IsChinese ? chinese : english;

    /// <summary>A moment in the site's zone, to the minute.</summary>
    /// <param name="utc">The moment.</param>
    public string Minute(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, site.Snapshot.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string? Chosen => http.HttpContext is { } context ? CurrentStaff.Of(context)?.Member.Language : null;
}
