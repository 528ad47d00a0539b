using CsCheck;

namespace NewsPortal.Tests.Text;

/// <summary>Texts as they come: Chinese, Latin, digits, both widths of marks, marks out of place, broken surrogates.</summary>
internal static class Texts
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Char['\u4E00', '\u9FFF'].Select(c => c.ToString()),
        OneOf("贵阳", "重庆", "银行", "長沙", "頭髮", "臺灣", "說服", "著", "乾隆", "𠮷", "𠀀", "〇", "々", "丨"),
        OneOf(",", "!", "?", ":", ";", "(", ")", "，", "！", "？", "：", "；", "（", "）", "。", "“", "”", "…", "—", "\"", "'"),
        OneOf(" ", "  ", "\n", "\u3000", "\u200B", "-", "/", ".", "%", "℃", "#", "_"),
        OneOf("Hello", "AI", "é", "e\u0301", "Ｂ", "ﬁ", "İ", "ß", "Straße", "мир", "ΟΔΟΣ", "don't", "Ａｐｐ", "ﷺ"),
        Gen.Int[0, 99999].Select(n => n.ToString()),
        OneOf("カタカナ", "ｶﾞ", "か\u3099", "한국", "\u1100\u1161", "①", "㈱", "½", "\u0301", "\u0323", "\uFE0F", "\U000E0100"),
        Gen.Char.Select(c => c.ToString()));

    public static readonly Gen<string> Any = Piece.Array[0, 24].Select(string.Concat);

    private static Gen<string> OneOf(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
}
