using Serilog;
using Serilog.Events;

namespace NewsPortal.Web.Hosting;

/// <summary>Structured logs: one line for every request, without anything that tells who asked.</summary>
public static class SiteLog
{
    /// <summary>Logs through Serilog.</summary>
    /// <param name="builder">The program being built.</param>
    public static void AddSiteLog(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Host.UseSerilog((context, log) => log
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)

            // A port in use or a missing certificate is told in one line by whoever started the site.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .ReadFrom.Configuration(context.Configuration)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose));
    }

    /// <summary>Writes one line for every request: method, path, status, milliseconds. No address, no agent, no query, no cookie.</summary>
    /// <param name="app">The program.</param>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "{RequestMethod} {Path} {StatusCode} {Elapsed:0.0} ms";
        options.IncludeQueryInRequestPath = false;
        options.GetMessageTemplateProperties = (http, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(http.Request.Method)), new LogEventProperty("StatusCode", new ScalarValue(status)), new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];

        // "Not ready yet" is the answer asked for, not a fault of the site's.
        options.GetLevel = (http, _, error) =>
            error is not null || (http.Response.StatusCode >= 500 && !http.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal)) ? LogEventLevel.Error : LogEventLevel.Information;
        options.EnrichDiagnosticContext = (log, http) => log.Set("Path", WithoutSecret(OneLine(http.Request.Path)));
    });

    // Some addresses are secrets that open something for whoever has them; a log is read by more people than that.
    private static string WithoutSecret(string path) =>
        Array.Find(["/newsroom/invitation/", "/preview/"], open => path.StartsWith(open, StringComparison.OrdinalIgnoreCase)) is { } secret ? secret + "…" : path;

    // A path may hold anything a client decoded into it; a log line stays one line.
    private static string OneLine(string path) =>
        path.Any(char.IsControl) ? new string([.. path.Select(c => char.IsControl(c) ? '�' : c)]) : path;
}
