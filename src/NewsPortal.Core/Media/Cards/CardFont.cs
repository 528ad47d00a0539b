using System.Collections;
using System.Text;

namespace NewsPortal.Core.Media.Cards;

/// <summary>The font of share cards. It is brought along, since no machine can be counted on to have a Chinese one; <c>make-font.sh</c> makes it.</summary>
internal static class CardFont
{
    /// <summary>Its family and weight, as Pango names them.</summary>
    public const string Family = "Noto Sans CJK SC Bold";

    private static readonly Lazy<BitArray> Known = new(Read);

    /// <summary>The font's file.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "fonts", "NotoSansCJKsc-Bold-part.otf");

    /// <summary>Whether it has every character of a text; what it has not would be drawn as an empty box.</summary>
    /// <param name="text">The text.</param>
    public static bool Has(string text) => text.All(c => c < Known.Value.Count && Known.Value[c]);

    // All of them lie in the first plane: a half of a pair is never among them.
    private static BitArray Read()
    {
        using var stream = typeof(CardFont).Assembly.GetManifestResourceStream("Media/Cards/characters.txt")
            ?? throw new InvalidOperationException("The list of the card font's characters is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var known = new BitArray(0x10000);
        foreach (var c in reader.ReadToEnd())
        {
            known[c] = true;
        }

        return known;
    }
}
