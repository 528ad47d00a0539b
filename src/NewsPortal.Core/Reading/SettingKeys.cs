using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Reading;

/// <summary>Every site setting by its key: how it is read, written and checked.</summary>
public static partial class SettingKeys
{
    /// <summary>All keys, in the order in which they are listed.</summary>
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        new("Name", s => s.Name, (s, v) => s with { Name = v }, v => Length(v, 1, 40)),
        new("Tagline", s => s.Tagline, (s, v) => s with { Tagline = v }, v => Length(v, 0, 100)),
        new("BaseUrl", s => s.BaseUrl, (s, v) => s with { BaseUrl = v.TrimEnd('/') }, Address),
        new("Language", s => s.Language, (s, v) => s with { Language = v }, v => v is "zh-Hans" or "zh-Hant" or "en" ? null : "must be zh-Hans, zh-Hant or en"),
        new("TimeZone", s => s.TimeZone, (s, v) => s with { TimeZone = v }, Zone),
        new("Accent", s => s.Accent, (s, v) => s with { Accent = v }, v => Colour().IsMatch(v) ? null : "must be a colour such as #a8201a"),
        new("Logo", s => s.Logo, (s, v) => s with { Logo = v }, v => v.Length == 0 || (v.StartsWith('/') && !v.StartsWith("//", StringComparison.Ordinal)) ? null : "must be an address on this site that begins with /"),
        new("IcpNumber", s => s.IcpNumber, (s, v) => s with { IcpNumber = v }, v => Length(v, 0, 60)),
        new("PoliceNumber", s => s.PoliceNumber, (s, v) => s with { PoliceNumber = v }, v => Length(v, 0, 60)),
        new("LicenceNumber", s => s.LicenceNumber, (s, v) => s with { LicenceNumber = v }, v => Length(v, 0, 60)),
        new("CountReads", s => s.CountReads ? "true" : "false", (s, v) => s with { CountReads = !v.Equals("false", StringComparison.OrdinalIgnoreCase) }, v => bool.TryParse(v, out _) ? null : "must be true or false"),
        new("ReportContact", s => s.ReportContact, (s, v) => s with { ReportContact = v }, v => Length(v, 0, 120)),
    ];

    /// <summary>Finds a key, with or without <c>Site:</c> before it, in any case.</summary>
    /// <param name="key">The key as typed.</param>
    public static SettingKey? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var bare = key.StartsWith("Site:", StringComparison.OrdinalIgnoreCase) ? key[5..] : key;
        return All.FirstOrDefault(k => k.Name.Equals(bare, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Length(string value, int least, int most) =>
        value.Length >= least && value.Length <= most && !value.Any(char.IsControl)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must have {least} to {most} characters on one line");

    private static string? Address(string value) =>
        value.Length == 0 || (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0)
            ? null
            : "must be an absolute http or https address without a query, or empty";

    private static string? Zone(string value)
    {
        try
        {
            SiteZone.Find(value);
            return null;
        }
        catch (TimeZoneNotFoundException)
        {
            return "must be a time zone that this machine knows, such as Asia/Shanghai";
        }
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex Colour();
}

/// <summary>One site setting.</summary>
/// <param name="Name">Its key without <c>Site:</c>.</param>
/// <param name="Read">Its value.</param>
/// <param name="Write">The settings with another value.</param>
/// <param name="Fault">What is wrong with a value; null where nothing is.</param>
public sealed record SettingKey(
    string Name,
    Func<SiteSettings, string> Read,
    Func<SiteSettings, string, SiteSettings> Write,
    Func<string, string?> Fault);
