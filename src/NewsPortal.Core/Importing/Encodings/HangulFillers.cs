using System.Text;

namespace NewsPortal.Core.Importing.Encodings;

/// <summary>
/// Syllables that EUC-KR has no code for are spelled there as a filler and three letters (KS X 1001, annex 3); as
/// separate letters they would not be read as the word they stand in.
/// </summary>
internal static class HangulFillers
{
    private const char Filler = '\u3164';
    private const char FirstVowel = '\u314F';
    private const int Vowels = 21;
    private const string Leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Tails = "\u3164ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    /// <summary>The text with each such spelling as the one syllable that it means.</summary>
    public static string Compose(string text)
    {
        if (!text.Contains(Filler, StringComparison.Ordinal)) return text;
        var composed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Filler && Syllable(text.AsSpan(i + 1)) is { } syllable)
            {
                composed.Append(syllable);
                i += 3;
            }
            else
            {
                composed.Append(text[i]);
            }
        }

        return composed.ToString();
    }

    // The arithmetic of the Unicode Standard, section 3.12.
    private static char? Syllable(ReadOnlySpan<char> letters)
    {
        if (letters.Length < 3) return null;
        var (lead, vowel, tail) = (Leads.IndexOf(letters[0], StringComparison.Ordinal), letters[1] - FirstVowel, Tails.IndexOf(letters[2], StringComparison.Ordinal));
        return lead < 0 || vowel is < 0 or >= Vowels || tail < 0 ? null : (char)(0xAC00 + (((lead * Vowels) + vowel) * Tails.Length) + tail);
    }
}
