namespace NewsPortal.Core.Pushing;

/// <summary>Who is told of changes. Everything is empty by default, and then nothing ever leaves.</summary>
public sealed record PushOptions
{
    /// <summary>IndexNow; null where it is not used.</summary>
    public IndexNowOptions? IndexNow { get; init; }

    /// <summary>Baidu's ordinary push; null where it is not used.</summary>
    public BaiduOptions? Baidu { get; init; }

    /// <summary>Hubs for WebSub, absolute addresses.</summary>
    public IReadOnlyList<Uri> Hubs { get; init; } = [];

    /// <summary>Webhooks.</summary>
    public IReadOnlyList<WebhookOptions> Webhooks { get; init; } = [];

    /// <summary>The CDN in front of the site; null where there is none that can be told what to forget.</summary>
    public CdnOptions? Cdn { get; init; }

    /// <summary>Somebody is to be told.</summary>
    public bool Any => IndexNow is not null || Baidu is not null || Hubs.Count > 0 || Webhooks.Count > 0 || Cdn is not null;
}

/// <summary>IndexNow (indexnow.org).</summary>
/// <param name="Key">8 to 128 of <c>[A-Za-z0-9-]</c>; served at <c>/KEY.txt</c>.</param>
/// <param name="Endpoint">Where addresses are sent.</param>
public sealed record IndexNowOptions(string Key, Uri Endpoint)
{
    /// <summary>Passes addresses on to all search engines that take part.</summary>
    public static readonly Uri Shared = new("https://api.indexnow.org/indexnow");
}

/// <summary>Baidu's ordinary push (普通收录, API 提交).</summary>
/// <param name="Token">The site's token, a secret.</param>
/// <param name="Endpoint">Where addresses are sent, without site and token.</param>
public sealed record BaiduOptions(string Token, Uri Endpoint)
{
    /// <summary>Baidu's own.</summary>
    public static readonly Uri Default = new("http://data.zz.baidu.com/urls");
}

/// <summary>A webhook, signed as Standard Webhooks ask (standardwebhooks.com).</summary>
/// <param name="Address">Where events are posted.</param>
/// <param name="Secret">The key of the signature, a secret: <c>whsec_</c> and base64, or any text.</param>
public sealed record WebhookOptions(Uri Address, string Secret);

/// <summary>A CDN that forgets by key.</summary>
/// <param name="Kind">Which protocol it speaks.</param>
/// <param name="Address">Where it is told: Fastly <c>https://api.fastly.com/service/ID/purge</c>, Cloudflare <c>https://api.cloudflare.com/client/v4/zones/ID/purge_cache</c>, Varnish any address of its own.</param>
/// <param name="Token">A secret that shows who asks; empty sends none that is worth anything.</param>
public sealed record CdnOptions(CdnKind Kind, Uri Address, string Token);

/// <summary>What a CDN is told in.</summary>
public enum CdnKind
{
    /// <summary>Varnish with its module xkey, asked by PURGE.</summary>
    Varnish = 1,

    /// <summary>Fastly's interface.</summary>
    Fastly = 2,

    /// <summary>Cloudflare's interface, by cache tags.</summary>
    Cloudflare = 3,
}
