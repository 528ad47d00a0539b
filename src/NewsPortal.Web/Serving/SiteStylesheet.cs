using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Serving;

/// <summary>
/// The one stylesheet of every page: the site's rules without comments and indents, and the publisher's accent. Its address
/// says what is in it, so that browsers keep it for ever.
/// </summary>
/// <param name="files">Where <c>css/site.css</c> stands.</param>
public sealed partial class SiteStylesheet(IWebHostEnvironment files)
{
    private readonly Lock _gate = new();
    private Made? _made;

    /// <summary>Its address under the settings in force.</summary>
    /// <param name="settings">The settings.</param>
    public string PathOf(SiteSettings settings) => Of(settings).Path;

    /// <summary>Maps it: today's address may be kept for ever, an older one, on a page that a browser kept, gets today's rules.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/css/site-{version:regex(^[0-9a-f]{{12}}$)}.css", [HttpMethods.Get, HttpMethods.Head], async (HttpContext http, SiteStylesheet sheet, CurrentSite site) =>
        {
            var made = sheet.Of(site.Snapshot.Settings);
            await Answer.SendAsync(
                http, "text/css; charset=utf-8", made.Hash, null, () => made.Gzip, () => made.Plain,
                http.Request.Path == made.Path ? "public, max-age=31536000, immutable" : "public, max-age=60",
                made.Brotli);
        });

    /// <summary>Leaves out what browsers do not read.</summary>
    /// <param name="css">A stylesheet without comment marks in its strings.</param>
    internal static string Compact(string css) => Blanks().Replace(Comments().Replace(css, string.Empty).Trim(), "$1");

    private Made Of(SiteSettings settings)
    {
        lock (_gate)
        {
            if (_made?.Accent != settings.Accent)
            {
                _made = Make(settings);
            }

            return _made;
        }
    }

    private Made Make(SiteSettings settings)
    {
        using var reader = new StreamReader(files.WebRootFileProvider.GetFileInfo("css/site.css").CreateReadStream());
        var plain = Encoding.UTF8.GetBytes(Compact(reader.ReadToEnd() + Accent.Rules(settings)));
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
        return new Made(settings.Accent, $"/css/site-{hash}.css", hash, plain, Compressed.Gzip(plain, CompressionLevel.SmallestSize), Compressed.Brotli(plain));
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comments();

    // Around these marks blanks say nothing, wherever they stand; elsewhere they may join or part.
    [GeneratedRegex(@"\s*([{};]|,\n)\s*|\n\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    private sealed record Made(string Accent, string Path, string Hash, byte[] Plain, byte[] Gzip, byte[] Brotli);
}
