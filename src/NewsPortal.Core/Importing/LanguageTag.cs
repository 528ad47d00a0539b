using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing;

/// <summary>BCP 47 tags as files write them, and a guess from the text where they write none.</summary>
internal static partial class LanguageTag
{
    // Characters that only one of the two scripts uses, the commonest first.
    private const string Simplified = "这个们来国为会发时对过还没说样种点与书从体业应问关机经学设间产长东车电见话语实务数总报项领让义当价写个动现进无";
    private const string Traditional = "這個們來國為會發時對過還沒說樣種點與書從體業應問關機經學設間產長東車電見話語實務數總報項領讓義當價寫箇動現進無";

    /// <summary>The tag with its script where it is Chinese; null where the string is no tag.</summary>
    public static string? Canonical(string tag)
    {
        var name = tag.Trim().Replace('_', '-');
        if (!Shape().IsMatch(name)) return null;
        return name.ToLowerInvariant() switch
        {
            "zh-cn" or "zh-sg" or "zh-hans" or "zh-hans-cn" or "zh-chs" or "cn" => "zh-Hans",
            "zh-tw" or "zh-hk" or "zh-mo" or "zh-hant" or "zh-hant-tw" or "zh-hant-hk" or "zh-cht" or "tw" => "zh-Hant",
            "zh" => "zh-Hans",
            _ => name,
        };
    }

    /// <summary><c>zh-Hans</c>, <c>zh-Hant</c>, <c>ja</c>, <c>ko</c> or <c>en</c>, by the characters; <c>zh-Hans</c> where nothing can be told.</summary>
    public static string Guess(string text)
    {
        int han = 0, kana = 0, hangul = 0, latin = 0, simplified = 0, traditional = 0;
        foreach (var c in text.Length > 20_000 ? text.AsSpan(0, 20_000) : text)
        {
            if (char.IsAsciiLetter(c)) latin++;
            else if (c is >= '\u3041' and <= '\u30FF') kana++;
            else if (c is >= '\uAC00' and <= '\uD7A3') hangul++;
            else if (c is >= '\u4E00' and <= '\u9FFF')
            {
                han++;
                if (Simplified.Contains(c, StringComparison.Ordinal)) simplified++;
                else if (Traditional.Contains(c, StringComparison.Ordinal)) traditional++;
            }
        }

        if (hangul > han) return "ko";
        if (kana * 4 > han && kana > 10) return "ja";
        if (latin > 8 * han && latin > 0) return "en";
        return traditional > simplified ? "zh-Hant" : "zh-Hans";
    }

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
