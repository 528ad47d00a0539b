using System.Globalization;

namespace NewsPortal.Web.Hosting;

/// <summary>How much one client may ask for: section <c>NewsPortal:Limits</c> of the configuration. Pages, feeds and sitemaps have no such limit.</summary>
public sealed record SiteLimits
{
    /// <summary>Searches that one client may make at once.</summary>
    public int SearchBurst { get; init; } = 300;

    /// <summary>Searches a second after that.</summary>
    public int SearchPerSecond { get; init; } = 10;

    /// <summary>Requests of the API that one client may make at once.</summary>
    public int ApiBurst { get; init; } = 1200;

    /// <summary>Requests of the API a second after that.</summary>
    public int ApiPerSecond { get; init; } = 40;

    /// <summary>Longest body that may be sent to be imported, in bytes.</summary>
    public long UploadBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>Largest document that readers may be offered as an attachment, in bytes.</summary>
    public long DocumentBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>What answers kept in memory may take, in bytes; 0 keeps none, and every page is asked of the store.</summary>
    public long PageCacheBytes { get; init; } = 48L * 1024 * 1024;

    /// <summary>Reads them.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="SettingException">A value is not a whole number, or too small.</exception>
    public static SiteLimits Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var usual = new SiteLimits();
        return new SiteLimits
        {
            SearchBurst = (int)Number(configuration, nameof(SearchBurst), usual.SearchBurst),
            SearchPerSecond = (int)Number(configuration, nameof(SearchPerSecond), usual.SearchPerSecond),
            ApiBurst = (int)Number(configuration, nameof(ApiBurst), usual.ApiBurst),
            ApiPerSecond = (int)Number(configuration, nameof(ApiPerSecond), usual.ApiPerSecond),
            UploadBytes = Number(configuration, nameof(UploadBytes), usual.UploadBytes),
            DocumentBytes = Number(configuration, nameof(DocumentBytes), usual.DocumentBytes),
            PageCacheBytes = Number(configuration, nameof(PageCacheBytes), usual.PageCacheBytes, least: 0),
        };
    }

    private static long Number(IConfiguration configuration, string name, long usual, long least = 1) => configuration[$"NewsPortal:Limits:{name}"] switch
    {
        null or "" => usual,
        var text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= int.MaxValue
            ? number
            : throw new SettingException($"NewsPortal:Limits:{name} must be a whole number from {least}; '{text}' is not."),
    };
}
