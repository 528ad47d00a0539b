namespace NewsPortal.Core.Reading;

/// <summary>What a publisher sets once for the whole site.</summary>
public sealed record SiteSettings
{
    /// <summary>The site's name as readers see it.</summary>
    public string Name { get; init; } = "云川新闻";

    /// <summary>One line under the name; empty shows none.</summary>
    public string Tagline { get; init; } = string.Empty;

    /// <summary>Absolute address of the site without a trailing slash; empty means the first address bound. Never the Host header.</summary>
    public string BaseUrl { get; init; } = string.Empty;

    /// <summary>Language of the pages, BCP 47.</summary>
    public string Language { get; init; } = "zh-Hans";

    /// <summary>The zone that times are shown in and assumed for files that state none.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Accent colour on light paper, <c>#rrggbb</c>.</summary>
    public string Accent { get; init; } = "#a8201a";

    /// <summary>Root-relative address of a logo; empty shows the name alone.</summary>
    public string Logo { get; init; } = string.Empty;

    /// <summary>ICP number (ICP备案号); empty shows none.</summary>
    public string IcpNumber { get; init; } = string.Empty;

    /// <summary>Public security number (公安备案号); empty shows none.</summary>
    public string PoliceNumber { get; init; } = string.Empty;

    /// <summary>News licence number (互联网新闻信息服务许可证); empty shows none.</summary>
    public string LicenceNumber { get; init; } = string.Empty;

    /// <summary>Telephone or address for reports of harmful content (举报); empty shows none.</summary>
    public string ReportContact { get; init; } = string.Empty;

    /// <summary>
    /// The site counts what is read, for 热读. False where it sees only some of the readers, behind a CDN or as static
    /// files: the lists then come from imported access logs alone.
    /// </summary>
    public bool CountReads { get; init; } = true;

    /// <summary>The zone, resolved.</summary>
    public TimeZoneInfo Zone => SiteZone.Find(TimeZone);
}
