using System.Globalization;
using System.Text;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>Writes a number as a numbering format does (ISO 29500-1, 17.18.59 ST_NumberFormat).</summary>
internal static class NumberText
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Formal = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    /// <summary>True for formats that a list of a page can stand for.</summary>
    public static bool CountsLikeLists(string format) => format is "decimal" or "decimalZero" or "decimalFullWidth" or "decimalHalfWidth" or "decimalEnclosedCircle"
        or "decimalEnclosedFullstop" or "decimalEnclosedParen" or "lowerLetter" or "upperLetter" or "lowerRoman" or "upperRoman" or "ordinal" or "cardinalText";

    /// <summary>The number in words or digits; in digits where the format is not known.</summary>
    public static string Of(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" => Counted(number, Digits, "十百千万"),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => Counted(number, Formal, "拾佰仟万"),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(Plain(number).Select(c => Digits[c - '0'])),
        "ideographTraditional" when number is >= 1 and <= 10 => Stems[number - 1].ToString(),
        "ideographZodiac" when number is >= 1 and <= 12 => Branches[number - 1].ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalFullWidth" => string.Concat(Plain(number).Select(c => (char)(c - '0' + '０'))),
        "lowerLetter" => Letters(number, 'a'),
        "upperLetter" => Letters(number, 'A'),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => Plain(number),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    // 12 is 十二, 105 is 一百〇五; headings count no further than a thousand.
    private static string Counted(int number, string digits, string units)
    {
        if (number is <= 0 or > 9999) return Plain(number);
        var text = new StringBuilder();
        var skipped = false;
        for (var (place, rest) = (3, number); place >= 0; place--)
        {
            var unit = place switch { 3 => 1000, 2 => 100, 1 => 10, _ => 1 };
            var digit = rest / unit;
            rest %= unit;
            if (digit == 0)
            {
                skipped = text.Length > 0;
                continue;
            }

            if (skipped) text.Append(digits[0]);
            skipped = false;
            if (!(place == 1 && digit == 1 && text.Length == 0)) text.Append(digits[digit]);
            if (place > 0) text.Append(units[place - 1]);
        }

        return text.ToString();
    }

    // a … z, aa … zz, as Word goes on.
    private static string Letters(int number, char first) =>
        number is >= 1 and <= 26 * 10 ? new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1) : Plain(number);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return Plain(number);
        var text = new StringBuilder();
        foreach (var (value, sign) in ((int, string)[])[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
            for (; number >= value; number -= value) text.Append(sign);
        return text.ToString();
    }
}
