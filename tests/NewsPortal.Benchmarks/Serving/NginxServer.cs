namespace NewsPortal.Benchmarks.Serving;

/// <summary>nginx that sends finished pages from files that were compressed beforehand, with the headers that the site sends.</summary>
internal static class NginxServer
{
    /// <summary>Takes pages from a site, writes them as files, and starts it.</summary>
    /// <param name="site">The site.</param>
    /// <param name="paths">Addresses of pages.</param>
    /// <param name="folder">Where it may write.</param>
    public static async Task<MeasuredServer> StartAsync(MeasuredServer site, IReadOnlyList<string> paths, string folder)
    {
        var root = Path.Combine(folder, "www");
        using var client = new HttpClient { BaseAddress = site.Address };
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var answer = await client.SendAsync(request);
            var file = root + path;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file + ".gz", await answer.Content.ReadAsByteArrayAsync());
            await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(path));
        }

        var port = 0;
        var configuration = Path.Combine(folder, "nginx.conf");
        return await MeasuredServer.StartAsync(
            "nginx",
            free =>
            {
                port = free;
                File.WriteAllText(configuration, Configuration(folder, root, port));
                return ["-p", folder, "-e", Path.Combine(folder, "nginx.log"), "-c", configuration];
            },
            paths[0],
            folder);
    }

    private static string Configuration(string folder, string root, int port) =>
        $$"""
        user root;
        daemon off;
        master_process off;
        worker_processes 1;
        pid {{folder}}/nginx.pid;
        error_log {{folder}}/nginx.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          keepalive_requests 100000000;
          default_type "text/html; charset=utf-8";
          server_tokens off;
          server {
            listen 127.0.0.1:{{port}};
            root {{root}};
            gzip_static on;
            gzip_vary on;
            add_header Cache-Control "public, max-age=0, must-revalidate";
            add_header Content-Security-Policy "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            add_header X-Content-Type-Options nosniff;
            add_header Referrer-Policy strict-origin-when-cross-origin;
            add_header Cross-Origin-Opener-Policy same-origin;
            add_header Permissions-Policy "camera=(), geolocation=(), microphone=()";
          }
        }
        """;
}
