using System.Text.RegularExpressions;
using NewsPortal.Core.Pushing;

namespace NewsPortal.Web.Hosting;

/// <summary>Who is told of changes: section <c>NewsPortal:Push</c> of the configuration. It holds secrets, so it never enters the store.</summary>
public static partial class PushConfiguration
{
    /// <summary>Reads it.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="SettingException">A value is not allowed.</exception>
    public static PushOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var push = configuration.GetSection("NewsPortal:Push");
        return new PushOptions
        {
            IndexNow = push["IndexNow:Key"] is { Length: > 0 } key
                ? new IndexNowOptions(
                    IndexNowKey().IsMatch(key) ? key : throw new SettingException("NewsPortal:Push:IndexNow:Key must have 8 to 128 characters of a-z, A-Z, 0-9 and -."),
                    Address(push, "IndexNow:Endpoint") ?? IndexNowOptions.Shared)
                : null,
            Baidu = push["Baidu:Token"] is { Length: > 0 } token ? new BaiduOptions(token, Address(push, "Baidu:Endpoint") ?? BaiduOptions.Default) : null,
            Hubs = [.. push.GetSection("WebSub").GetChildren().Select(h => Address(push, $"WebSub:{h.Key}")).OfType<Uri>()],
            Cdn = push["Cdn:Kind"] is { Length: > 0 } kind ? Cdn(push, kind) : null,
            Webhooks = [.. push.GetSection("Webhooks").GetChildren().Select(h => Webhook(push, h.Key))],
        };
    }

    private static CdnOptions Cdn(IConfigurationSection push, string kind) => new(
        Enum.TryParse<CdnKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? known
            : throw new SettingException($"NewsPortal:Push:Cdn:Kind must be one of {string.Join(", ", Enum.GetNames<CdnKind>())}."),
        Address(push, "Cdn:Url") ?? throw new SettingException("NewsPortal:Push:Cdn:Url is missing: where the CDN is told what to forget."),
        push["Cdn:Token"] ?? string.Empty);

    private static WebhookOptions Webhook(IConfigurationSection push, string place)
    {
        var address = Address(push, $"Webhooks:{place}:Url") ?? throw new SettingException($"NewsPortal:Push:Webhooks:{place}:Url is missing.");
        var secret = push[$"Webhooks:{place}:Secret"];
        return secret is { Length: >= 16 }
            ? new WebhookOptions(address, secret)
            : throw new SettingException($"NewsPortal:Push:Webhooks:{place}:Secret must have at least 16 characters: its receiver tells by it who calls.");
    }

    private static Uri? Address(IConfigurationSection push, string key) => push[key] switch
    {
        null or "" => null,
        var value => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
            ? address
            : throw new SettingException($"NewsPortal:Push:{key} must be an absolute http or https address without a user name."),
    };

    [GeneratedRegex("^[A-Za-z0-9-]{8,128}$", RegexOptions.NonBacktracking)]
    private static partial Regex IndexNowKey();
}
