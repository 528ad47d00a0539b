using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.StaticSite;

/// <summary>What a file server must know beside the files: which addresses redirect, which are gone, which headers stand on every answer.</summary>
public static class NginxFiles
{
    /// <summary>Addresses that redirect (301), for <c>map $uri $newsportal_moved</c>.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string> RedirectsAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var old in db.OldAddresses.AsNoTracking().Where(o => o.Article.Status == ArticleStatus.Published).Select(o => new { o.Path, o.Article.Day, o.Article.Slug }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!old.Path.Contains('?', StringComparison.Ordinal))
            {
                // The server leads from both spellings; one that is stored itself wins.
                lines[old.Path] = ArticleAddress.Of(old.Day, old.Slug);
                lines.TryAdd(old.Path.EndsWith('/') ? old.Path.TrimEnd('/') : old.Path + "/", ArticleAddress.Of(old.Day, old.Slug));
            }
        }

        foreach (var (folder, names) in new[] { ("tags", Named(db.Tags)), ("sources", Named(db.Sources)), ("authors", Named(db.Authors)), ("sections", db.Sections.AsNoTracking().Select(s => new NameAndSlug(s.Name, s.Slug))) })
        {
            await foreach (var name in names.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (name.Name != name.Slug)
                {
                    lines[$"/{folder}/{name.Name}"] = $"/{folder}/{name.Slug}";
                }
            }
        }

        await foreach (var article in db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Published).Select(a => new { a.Id, a.Day, a.Slug }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            lines[$"/a/{article.Id}"] = ArticleAddress.Of(article.Day, article.Slug);
        }

        return string.Concat(lines.Select(l => $"{Quoted(l.Key)} {l.Value};\n"));
    }

    /// <summary>Addresses that are gone (410), for <c>map $uri $newsportal_gone</c>.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string> GoneAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var gone in db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Withdrawn).Select(a => new { a.Id, a.Day, a.Slug }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            lines.Add(ArticleAddress.Of(gone.Day, gone.Slug));
            lines.Add($"/a/{gone.Id}");
        }

        await foreach (var old in db.OldAddresses.AsNoTracking().Where(o => o.Article.Status == ArticleStatus.Withdrawn).Select(o => o.Path).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            lines.Add(old);
        }

        return string.Concat(lines.Where(l => !l.Contains('?', StringComparison.Ordinal)).Select(l => $"{Quoted(l)} 1;\n"));
    }

    /// <summary>A server block's rules: addresses to files, media types, headers.</summary>
    /// <param name="includes">Pages hold includes for parts that the whole site shares.</param>
    public static string Server(bool includes)
    {
        var server = new StringBuilder($$"""
            # To be included in a server block whose root is this folder. In the http block stand, once:
            #   map $uri $newsportal_moved { default ""; include FOLDER/redirects.map; }
            #   map $uri $newsportal_gone  { default ""; include FOLDER/gone.map; }
            if ($newsportal_gone) { return 410; }
            if ($newsportal_moved) { return 301 $newsportal_moved; }
            absolute_redirect off;
            charset utf-8;
            charset_types text/css text/plain text/x-opml application/xml application/rss+xml application/atom+xml application/feed+json application/opensearchdescription+xml image/svg+xml;
            types {
                text/html html; text/css css; text/plain txt; application/xml xml; application/feed+json json; text/x-opml opml;
                image/svg+xml svg; image/jpeg jpg; image/png png; image/webp webp; image/avif avif;
                {{string.Join(' ', DocumentKind.All.Select(k => $"{k.MediaType} {k.Extension[1..]};"))}}
            }
            add_header Content-Security-Policy "{{SecurityHeaders.ContentPolicy}}" always;
            add_header X-Content-Type-Options nosniff always;
            add_header Referrer-Policy strict-origin-when-cross-origin always;
            add_header Cross-Origin-Opener-Policy same-origin always;
            add_header Permissions-Policy "camera=(), geolocation=(), microphone=()" always;
            add_header Cache-Control "public, max-age=0, must-revalidate" always;
            error_page 404 /404.html;
            error_page 410 /410.html;
            location / { try_files $uri $uri.html $uri/index.html =404; }
            location ~ /$ { rewrite ^/(.+)/$ /$1 permanent; try_files $uri/index.html =404; }
            location ~ /feed\.xml$ { types { } default_type application/rss+xml; }
            location ~ /atom\.xml$ { types { } default_type application/atom+xml; }
            location = /opensearch.xml { types { } default_type application/opensearchdescription+xml; }
            location ^~ /files/ {
                add_header Content-Disposition attachment always;
                add_header Content-Security-Policy "{{MediaEndpoint.Policy}}" always;
                add_header X-Content-Type-Options nosniff always;
                add_header Cache-Control "public, max-age=0, must-revalidate" always;
            }
            location ~ ^/(redirects\.map|gone\.map|headers\.conf|\.newsportal.*)$ { return 404; }

            """);
        if (includes)
        {
            server.Append("ssi on;\nssi_last_modified on;\n");
        }

        return server.ToString();
    }

    private static IQueryable<NameAndSlug> Named<T>(IQueryable<T> names)
        where T : class, INamed => names.AsNoTracking().Select(n => new NameAndSlug(n.Name, n.Slug));

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private sealed record NameAndSlug(string Name, string Slug);
}
