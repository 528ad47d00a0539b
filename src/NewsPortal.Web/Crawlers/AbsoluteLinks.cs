using System.Text;
using NewsPortal.Core.Markup;

namespace NewsPortal.Web.Crawlers;

/// <summary>Makes a body's root-relative addresses absolute: a feed reader has no site to resolve them against.</summary>
public static class AbsoluteLinks
{
    private static readonly string[] Attributes = [" src=\"/", " href=\"/"];

    /// <summary>Puts the site's address before every root-relative <c>src</c> and <c>href</c> inside a tag.</summary>
    /// <param name="body">A body; attribute values stand in double quotes.</param>
    /// <param name="baseUrl">The site's address, without a trailing slash.</param>
    public static string In(SafeHtml body, string baseUrl)
    {
        ArgumentNullException.ThrowIfNull(body);
        var html = body.Value;
        var made = new StringBuilder(html.Length + 256);
        var copied = 0;
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0; i = html.IndexOf('<', i))
        {
            for (var quoted = false; i < html.Length && (quoted || html[i] != '>'); i++)
            {
                if (html[i] == '"')
                {
                    quoted = !quoted;
                }
                else if (!quoted && html[i] == ' ' && AddressAt(html, i) is var slash && slash > 0)
                {
                    made.Append(html, copied, slash - copied).Append(baseUrl);
                    copied = slash;
                }
            }

            if (i >= html.Length)
            {
                break;
            }
        }

        return made.Append(html, copied, html.Length - copied).ToString();
    }

    // Where the address begins, or 0. Two slashes name another host and stay.
    private static int AddressAt(string html, int at)
    {
        foreach (var attribute in Attributes)
        {
            var slash = at + attribute.Length - 1;
            if (string.CompareOrdinal(html, at, attribute, 0, attribute.Length) == 0 && (slash + 1 >= html.Length || html[slash + 1] != '/'))
            {
                return slash;
            }
        }

        return 0;
    }
}
