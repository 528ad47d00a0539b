using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>
/// Reads EQ fields, with which Word sets characters over one another: pinyin above a character (older 拼音指南) and
/// characters in a circle (带圈字符). They have no result; their code holds the text.
/// </summary>
internal static partial class SetTogether
{
    /// <summary>The text of a field that ended without a result; null where it shows none.</summary>
    public static WordPiece? Read(string code)
    {
        if (!code.AsSpan().TrimStart().StartsWith("EQ", StringComparison.OrdinalIgnoreCase)) return null;
        if (Ruby().Match(code) is { Success: true } ruby) return new WordPiece(ruby.Groups["base"].Value, Above: ruby.Groups["above"].Value);
        if (Circle().Match(code) is { Success: true } circle)
        {
            var inside = circle.Groups["in"].Value;
            return new WordPiece(WordXml.Int(inside) is >= 1 and <= 20 and var number ? NumberText.Of(number, "decimalEnclosedCircle") : inside);
        }

        var text = Codes().Replace(code.TrimStart()[2..], string.Empty).Trim();
        return text.Length == 0 ? null : new WordPiece(text);
    }

    [GeneratedRegex(@"\\up\s?\d{0,3}\s?[(（](?<above>[^()（）]{1,40})[)）]\s?[,，]\s?(?<base>[^()（）]{1,40})[)）]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ruby();

    [GeneratedRegex(@"\\o\s?\\ac\s?[(（][○□△◇Oo〇]\s?[,，](?:\\[a-z]{1,4}\s?\d{0,3}\s?[(（])?(?<in>[^()（）]{1,10})[)）]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Circle();

    [GeneratedRegex(@"\\\*\s?\w{1,20}(?:\s?""[^""]{0,60}"")?|\\[a-zA-Z]{1,4}\d{0,3}|""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Codes();
}
