using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Lines of Western articles that say who wrote an article.</summary>
internal static partial class WesternByline
{
    /// <summary>True for a line that is a byline, a time of reading or the like.</summary>
    public static bool IsOne(string line) => line.Length <= 120 && (By().IsMatch(line) || Other().IsMatch(line));

    /// <summary>The names in a byline; null where the line is none.</summary>
    public static string? Names(string line) => line.Length <= 120 && By().Match(line) is { Success: true } match ? match.Groups["n"].Value : null;

    [GeneratedRegex(@"^(?:(?:written|posted|story|words|reported|reporting|text)\s)?(?:by|von|par|por|di|door|av|af|autor(?:in)?(?:/autor(?:in)?)?|auteur|authors?|writer)\s?:?\s{1,3}(?<n>\p{Lu}[\p{L}'’.-]{0,30}(?:[\s,&]{1,3}(?:and\s)?[\p{L}'’.-]{1,30}){0,8})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?:\d{1,3}\s?(?:min|minute)s?\s(?:read|ago).{0,20}|(?:last\s)?updated:?\s.{0,60}|published:?\s.{0,60}|posted\son.{0,60}|\d{1,2}\s(?:hours?|days?|weeks?|months?|years?)\sago)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
