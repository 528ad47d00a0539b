using NewsPortal.Core.Text;

namespace NewsPortal.Core.Articles;

/// <summary>Makes a name's part of an address: pinyin, never a word that addresses use otherwise, numbered where it is taken.</summary>
public static class FreeSlug
{
    private const int Longest = 60;

    private static readonly string[] Reserved = ["feed", "atom", "page"];

    /// <summary>Whether addresses use a word otherwise.</summary>
    /// <param name="slug">The word.</param>
    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    /// <summary>The first slug of a name that is free.</summary>
    /// <param name="name">The name.</param>
    /// <param name="taken">Whether a slug is taken.</param>
    /// <returns><c>[a-z0-9-]</c>, 1 to 60 characters.</returns>
    public static async Task<string> OfAsync(string name, Func<string, Task<bool>> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var slug = Pinyin.Slug(name);
        slug = slug.Length == 0 || IsReserved(slug) ? "x" + slug : slug;
        for (var number = 1; ; number++)
        {
            var tail = number == 1 ? string.Empty : $"-{number}";
            var candidate = slug[..Math.Min(slug.Length, Longest - tail.Length)].TrimEnd('-') + tail;
            if (!await taken(candidate))
            {
                return candidate;
            }
        }
    }
}
