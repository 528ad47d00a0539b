using System.Globalization;
using System.Text;

namespace NewsPortal.Core.Finding.Hot.Logs;

/// <summary>
/// One line of an access log in the combined format of Apache and nginx: <c>ADDRESS - USER [24/Nov/2026:10:00:00 +0800]
/// "GET /path HTTP/1.1" 200 5120 "REFERER" "AGENT"</c>, with or without the virtual host before it; what stands behind is
/// not looked at. (httpd.apache.org, "mod_log_config"; nginx.org, "ngx_http_log_module".)
/// </summary>
/// <param name="Reader">The address or host name that asked.</param>
/// <param name="At">When.</param>
/// <param name="Method">The method; empty where the request was no HTTP.</param>
/// <param name="Path">The path, without query, as it stands in the line.</param>
/// <param name="Status">The status answered.</param>
/// <param name="Agent">The User-Agent header.</param>
internal sealed record AccessLogLine(string Reader, DateTimeOffset At, string Method, string Path, int Status, string Agent)
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end, a byte a character.</param>
    /// <param name="fault">What is wrong with it; null where nothing is.</param>
    public static AccessLogLine? Read(string line, out string? fault)
    {
        var bracket = line.IndexOf(" [", StringComparison.Ordinal);
        var at = bracket + 2 + TimeFormat.Length;
        if (bracket < 1 || at >= line.Length || line[at] != ']'
            || !DateTimeOffset.TryParseExact(line.AsSpan(bracket + 2, TimeFormat.Length), TimeFormat.Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            fault = "there is no time such as [24/Nov/2026:10:00:00 +0800]";
            return null;
        }

        at++;
        if (Quoted(line, ref at) is not { } request)
        {
            fault = "there is no request in quotes behind the time";
            return null;
        }

        if (Word(line, ref at) is not { Length: 3 } status || !int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            || Word(line, ref at) is null)
        {
            fault = "there is no status and size behind the request";
            return null;
        }

        if (Quoted(line, ref at) is null || Quoted(line, ref at) is not { } agent)
        {
            fault = "there is no browser's name: the log must be in the combined format";
            return null;
        }

        fault = null;
        var (method, path) = Request(request);
        return new AccessLogLine(ReaderOf(line[..bracket]), time, method, path, code, agent);
    }

    /// <summary>The path as the store knows it: escapes of the address (%E6) and of the log (\xE6) undone, UTF-8 read.</summary>
    public string DecodedPath()
    {
        var bytes = new byte[Path.Length];
        var length = 0;
        for (var i = 0; i < Path.Length; i++)
        {
            var digits = Path[i] == '%' ? i + 1 : Path[i] == '\\' && i + 1 < Path.Length && Path[i + 1] == 'x' ? i + 2 : -1;
            if (digits > 0 && digits + 2 <= Path.Length && byte.TryParse(Path.AsSpan(digits, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes[length++] = value;
                i = digits + 1;
            }
            else
            {
                bytes[length++] = (byte)Path[i];
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    // "HOST:PORT ADDRESS IDENT USER" or "ADDRESS IDENT USER"; the address may be a name where the server looks names up.
    private static string ReaderOf(string head)
    {
        var words = head.Split(' ', 5, StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(words, w => System.Net.IPAddress.TryParse(w, out _)) ?? words.ElementAtOrDefault(words.Length > 3 ? 1 : 0) ?? string.Empty;
    }

    private static (string Method, string Path) Request(string request)
    {
        var (first, last) = (request.IndexOf(' ', StringComparison.Ordinal), request.LastIndexOf(' '));
        if (first <= 0 || last <= first)
        {
            return (string.Empty, string.Empty);
        }

        var target = request.AsSpan(first + 1, last - first - 1);
        if (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            var authority = target[(target.IndexOf(':') + 3)..];
            target = authority.IndexOf('/') is >= 0 and var slash ? authority[slash..] : "/";
        }

        var end = target.IndexOfAny('?', '#');
        return (request[..first], (end < 0 ? target : target[..end]).ToString());
    }

    // Both servers write a quote within quotes with a backslash before it, or as \x22.
    private static string? Quoted(string line, ref int at)
    {
        at = SkipBlanks(line, at);
        if (at >= line.Length || line[at] != '"')
        {
            return null;
        }

        var start = ++at;
        for (; at < line.Length; at++)
        {
            if (line[at] == '\\')
            {
                at++;
            }
            else if (line[at] == '"')
            {
                return line[start..at++];
            }
        }

        return null;
    }

    private static string? Word(string line, ref int at)
    {
        at = SkipBlanks(line, at);
        var start = at;
        while (at < line.Length && line[at] is not (' ' or '"'))
        {
            at++;
        }

        return at > start ? line[start..at] : null;
    }

    private static int SkipBlanks(string line, int at)
    {
        while (at < line.Length && line[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private static class TimeFormat
    {
        public const string Pattern = "dd/MMM/yyyy:HH:mm:ss zzz";
        public const int Length = 26;
    }
}
