using NewsPortal.Core.Articles;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>The byline as printed, in pieces: the writers' names are links to their pages.</summary>
public static class BylineParts
{
    private static readonly string[] Roles = ["记者", "通讯员", "作者", "译者", "校对", "编译", "撰文", "文/", "文｜", "文|", "文丨"];

    /// <summary>True where the byline does not itself say what its names did.</summary>
    /// <param name="article">The article.</param>
    public static bool NeedsLabel(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Byline is not { } byline
            || !(Array.Exists(Roles, r => byline.Contains(r, StringComparison.Ordinal)) || byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Parts a byline.</summary>
    /// <param name="article">The article with its writers.</param>
    /// <returns>Text and, where it is a writer's name, the writer; empty where there is no byline.</returns>
    public static IReadOnlyList<(string Text, Author? Author)> Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var writers = article.Authors.Select(a => a.Author).ToList();
        var byline = article.Byline ?? string.Join(' ', writers.Select(w => w.Name));
        var parts = new List<(string, Author?)>();
        while (byline.Length > 0)
        {
            var next = writers.Select(w => (At: byline.IndexOf(w.Name, StringComparison.Ordinal), Writer: w))
                .Where(f => f.At >= 0 && f.Writer.Name.Length > 0)
                .OrderBy(f => f.At).ThenByDescending(f => f.Writer.Name.Length)
                .FirstOrDefault((byline.Length, null!));
            if (next.At > 0)
            {
                parts.Add((byline[..next.At], null));
            }

            if (next.Writer is null)
            {
                break;
            }

            parts.Add((next.Writer.Name, next.Writer));
            writers.Remove(next.Writer);
            byline = byline[(next.At + next.Writer.Name.Length)..];
        }

        return parts;
    }
}
