using System.Globalization;
using NewsPortal.Core.Text;

namespace NewsPortal.Tests.Text;

public class NormalizationTests
{
    // Code points before and after NFKC, made with another implementation: widths, circled and squared
    // forms, ligatures, compatibility ideographs, Hangul, marks out of order, characters that must not compose.
    private const string Cases = """
        FF21>0041; FF11 FF12 FF13>0031 0032 0033; FF0C>002C; FF01>0021; FF76 FF9E>30AC; FF8A FF9F>30D1;
        FF8E FF9F FF7D FF84>30DD 30B9 30C8; 2460>0031; 2473>0032 0030; 3231>0028 682A 0029; 3220>0028 4E00 0029;
        3297>795D; 337F>682A 5F0F 4F1A 793E; 3300>30A2 30D1 30FC 30C8; 337B>5E73 6210; 338F>006B 0067;
        33A1>006D 0032; 2103>00B0 0043; 2116>004E 006F; 2121>0054 0045 004C; 2122>0054 004D; 2163>0049 0056;
        217B>0078 0069 0069; 00BD>0031 2044 0032; 2153>0031 2044 0033; FB01>0066 0069; FB03>0066 0066 0069;
        017F>0073; FDFA>0635 0644 0649 0020 0627 0644 0644 0647 0020 0639 0644 064A 0647 0020 0648 0633 0644 0645;
        2026>002E 002E 002E; 2025>002E 002E; 3000>0020; 00A0>0020; 00B4>0020 0301; 00A8>0020 0308; 00AA>0061;
        00B5>03BC; 00B2>0032; 00B9 2070>0031 0030; 2082>0032; 00C5>00C5; 03A9>03A9; 004B>004B; 210C>0048; 1D400>0041;
        1D7D8>0030; 1D4B3>0058; 1F130>0041; 1F202>30B5; 32FF>4EE4 548C; 328E>91D1; 8C48>8C48; 6A02>6A02; FA11>FA11;
        FA0F>FA0F; 4E3D>4E3D; 2F800>4E3D; 2FA1D>2A600; 2F00>4E00; 2FD5>9FA0; 2E9F>6BCD; AC00>AC00; AC01>AC01;
        1100 1161>AC00; 1100 1161 11A8>AC01; AC00 11A8>AC01; 3131>1100; 314F>1161; FFA1 FFC2>AC00; 0065 0301>00E9;
        0041 030A>00C5; 0061 0323 0302>1EAD; 0061 0302 0323>1EAD; 0071 0307 0323>0071 0323 0307;
        0071 0323 0307>0071 0323 0307; 0344>0308 0301; 0958>0915 093C; 0929>0929; 09DC>09A1 09BC; 0B94>0B94;
        0BCA>0BCA; 0DDA>0DDA; 0DDD>0DDD; 0F43>0F42 0FB7; 0F73>0F71 0F72; 0FB9>0F90 0FB5; 1026>1026; 1B06>1B06;
        304B 3099>304C; 306F 309A>3071; 304B 0301 3099>304C 0301; 0385>0020 0308 0301; 1FC1>0020 0308 0342;
        1FF9>038C; 1F82>1F82; 03D3>038E; 212B>00C5; 2126>03A9; 2000>0020; 2329>3008; FB1F>05F2 05B7; FB2A>05E9 05C1;
        FB4F>05D0 05DC; FE70>0020 064B; FEF5>0644 0622; FDF2>0627 0644 0644 0647; 1D15E>1D157 1D165;
        1D1BF>1D1B9 1D165 1D16F; 1109A>1109A; 11131>11131; 114BC>114BC; 115BA>115BA; 11938>11938; 1E030>0430;
        10781>02D0; 1FBF0>0030; 006F 0328 0304>01ED; 01D5>01D5; 1E69>1E69; 0073 0307 0323>1E69; 1E9B 0323>1E69;
        0061 0315 0300 05AE 0062>00E0 05AE 0315 0062; 0061 0345 0301>00E1 0345;
        1100 0301 0063 0030 0030>1100 0301 0063 0030 0030; 05D0 05B7 05BC>05D0 05B7 05BC; 0E33>0E4D 0E32;
        0EB3>0ECD 0EB2; 0EDC>0EAB 0E99; 0F0C>0F0B; 10FC>10DC; 1D2C>0041; 2011>2010; 2024>002E; 2033>2032 2032;
        2057>2032 2032 2032 2032; 207A>002B; 20A8>0052 0073; 2100>0061 002F 0063; 2160>0049; 222C>222B 222B;
        2474>0028 0031 0029; 24B6>0041; 2A0C>222B 222B 222B 222B; 2A74>003A 003A 003D; 2ADC>2ADD 0338; 2C7C>006A;
        2D6F>2D61; 3038>5341; 309B>0020 3099; 309F>3088 308A; 30FF>30B3 30C8; 3192>4E00; 3200>0028 1100 0029;
        3250>0050 0054 0045; 32C0>0031 6708; 32CC>0048 0067; 3358>0030 70B9; 3371>0068 0050 0061; 33E0>0031 65E5;
        A69C>044A; A770>A76F; A7F2>0043; AB5C>A727; FE10>002C; FE30>002E 002E; FE4D>005F; FE50>002C; FF5F>2985;
        FFE3>0020 0304; FFE6>20A9; 4E2D 56FD>4E2D 56FD;
        00C5 006E 0067 0073 0074 0072 00F6 006D>00C5 006E 0067 0073 0074 0072 00F6 006D;
        0056 0069 1EC7 0074 0020 004E 0061 006D>0056 0069 1EC7 0074 0020 004E 0061 006D;
        0056 0069 0065 0323 0302 0074>0056 0069 1EC7 0074; D55C AD6D C5B4>D55C AD6D C5B4; D55C AD6D>D55C AD6D;
        0041 0300 0301>00C0 0301; 0300 0061>0300 0061; D55C 0301>D55C 0301; 0078 200D 0079>0078 200D 0079;
        845B E0100>845B E0100; 2F00 0301>4E00 0301; FF9E>3099; 304B 200B 3099>304B 200B 3099;
        0F71 0F72 0F74>0F71 0F72 0F74; 0F74 0F71>0F71 0F74; 0CC6 0CC2 0CD5>0CCB; 1025 102E>1026; 2ADD>2ADD;
        0226 0304>01E0; 00C7 0301>1E08; 2464>0035; 2F11 0327 0301>5200 0327 0301; 3282 0327 0301>4E09 0327 0301;
        FECA 0327 0301>0639 0327 0301; FEEC 0327 0301>0647 0327 0301
        """;

    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var pair in Cases.Split(';', StringSplitOptions.TrimEntries))
        {
            var sides = pair.Split('>');
            data.Add(sides[0], sides[1]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_text_and_its_normal_form_have_the_same_normal_form(string source, string expected)
    {
        Assert.Equal(expected, Hex(Folding.Compatibility(FromHex(source))));
        Assert.Equal(expected, Hex(Folding.Compatibility(FromHex(expected))));
    }

    [Fact]
    public void Every_Hangul_syllable_is_composed_again_from_its_letters()
    {
        for (var lead = 0; lead < 19; lead++)
            for (var vowel = 0; vowel < 21; vowel++)
                for (var tail = 0; tail < 28; tail++)
                {
                    var letters = $"{(char)(0x1100 + lead)}{(char)(0x1161 + vowel)}{(tail == 0 ? "" : (char)(0x11A7 + tail))}";
                    Assert.Equal(((char)(0xAC00 + (lead * 21 + vowel) * 28 + tail)).ToString(), Folding.Compatibility(letters));
                }
    }

    [Fact]
    public void A_hundred_thousand_marks_on_one_letter_are_ordered_in_reasonable_time()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0323", 50_000));
        var folded = Folding.Compatibility("q" + marks);
        Assert.Equal("q" + new string('\u0323', 50_000) + new string('\u0301', 50_000), folded);
    }

    [Fact]
    public void A_lone_surrogate_stays_as_it_is()
    {
        Assert.Equal("a\uD800b\uDC00", Folding.Compatibility("ａ\uD800b\uDC00"));
    }

    private static string FromHex(string text) => string.Concat(
        text.Split(' ').Select(c => char.ConvertFromUtf32(int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));

    private static string Hex(string text) => string.Join(' ', text.EnumerateRunes().Select(r => r.Value.ToString("X4")));
}
