using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using NewsPortal.Core.Access;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Newsroom;

/// <summary>
/// Passkeys (WebAuthn): made on somebody's own device, bound to this site's name, and used only after the device has verified
/// who holds it. So one counts as both steps, and no other site can ask for it.
/// </summary>
/// <param name="users">Keeps them.</param>
/// <param name="protection">Protects what the browser carries between the question and the answer.</param>
/// <param name="site">The site: its own address names what passkeys are bound to.</param>
public sealed class Passkeys(UserManager<StaffMember> users, IDataProtectionProvider protection, CurrentSite site)
{
    /// <summary>A name has 1 to so many characters.</summary>
    public const int LongestName = 60;

    /// <summary>So many can be kept.</summary>
    public const int Most = 20;

    private const string Cookie = "newsroom-passkey";
    private const string Adding = "newsroom passkey, to be added";
    private const string Entering = "newsroom passkey, to enter";
    private const int LongestAnswer = 64 * 1024;
    private static readonly TimeSpan Waits = TimeSpan.FromMinutes(5);

    // A question that was answered is asked no more, whoever kept the answer.
    private static readonly MemoryCache Answered = new(new MemoryCacheOptions());

    /// <summary>Whether browsers do passkeys here: by https, or on one's own machine under the name localhost; never under a bare IP address.</summary>
    /// <param name="http">The exchange.</param>
    public bool CanBeUsed(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var host = DomainOf(http);
        return !IPAddress.TryParse(host.Trim('[', ']'), out _) && (IsLocal(host) || new HostCookies(site).IsSecure(http));
    }

    /// <summary>Why they cannot, and what to do.</summary>
    /// <param name="say">The newsroom's words.</param>
    public static string WhyNot(Bilingual say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say[
            "浏览器只在 https 网址或本机的 localhost 上支持通行密钥；这里用不了，请改用那样的网址，或用验证器。",
            "Browsers do passkeys only at an https address, or at localhost on your own machine. Come by such an address, or use an authenticator."];
    }

    /// <summary>Somebody's passkeys, the oldest first.</summary>
    /// <param name="member">Whose.</param>
    public async Task<IReadOnlyList<UserPasskeyInfo>> OfAsync(StaffMember member) =>
        [.. (await users.GetPasskeysAsync(member)).OrderBy(p => p.CreatedAt).ThenBy(p => Convert.ToHexString(p.CredentialId), StringComparer.Ordinal)];

    /// <summary>What the browser is asked for, to make one: JSON.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="member">For whom.</param>
    public async Task<string> AskToAddAsync(HttpContext http, StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var entity = new PasskeyUserEntity { Id = await users.GetUserIdAsync(member), Name = member.UserName!, DisplayName = member.UserName! };
        var asked = await Handler(http).MakeCreationOptionsAsync(entity, http);
        Remember(http, Adding, asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    /// <summary>Keeps the one that a browser has made.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="member">For whom.</param>
    /// <param name="answer">What the browser answered: JSON.</param>
    /// <param name="name">What it is called.</param>
    /// <returns>False where the answer is not one to what was asked, or too late.</returns>
    public async Task<bool> AddAsync(HttpContext http, StaffMember member, string answer, string name)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(member);
        if (Recall(http, Adding) is not { } state || answer.Length > LongestAnswer || (await users.GetPasskeysAsync(member)).Count >= Most)
        {
            return false;
        }

        var result = await Handler(http).PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = answer, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != await users.GetUserIdAsync(member))
        {
            return false;
        }

        result.Passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(member, result.Passkey)).Succeeded;
    }

    /// <summary>What the browser is asked for, to let somebody in: JSON.</summary>
    /// <param name="http">The exchange.</param>
    public async Task<string> AskToEnterAsync(HttpContext http)
    {
        var asked = await Handler(http).MakeRequestOptionsAsync(null, http);
        Remember(http, Entering, asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    /// <summary>Recognises somebody.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="answer">What the browser answered: JSON.</param>
    /// <returns>Null where the answer is not one to what was asked, or too late, or the passkey is nobody's.</returns>
    public async Task<StaffMember?> RecogniseAsync(HttpContext http, string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (Recall(http, Entering) is not { } state || answer.Length > LongestAnswer)
        {
            return null;
        }

        var result = await Handler(http).PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = answer, AssertionState = state });
        if (!result.Succeeded || result.User is not { DisabledUtc: null } member)
        {
            return null;
        }

        // Keeps the device's count of uses, by which a copy would be noticed.
        await users.AddOrUpdatePasskeyAsync(member, result.Passkey);
        return member;
    }

    /// <summary>Gives one another name.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="id">Which: its id in hexadecimal.</param>
    /// <param name="name">The name.</param>
    /// <returns>The former name; null where there is no such passkey.</returns>
    public async Task<string?> RenameAsync(StaffMember member, string id, string name)
    {
        if (await FindAsync(member, id) is not { } passkey)
        {
            return null;
        }

        var former = passkey.Name ?? string.Empty;
        passkey.Name = name;
        await users.AddOrUpdatePasskeyAsync(member, passkey);
        return former;
    }

    /// <summary>Removes one; it lets nobody in from now on.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="id">Which: its id in hexadecimal.</param>
    /// <returns>Its name; null where there is no such passkey.</returns>
    public async Task<string?> RemoveAsync(StaffMember member, string id)
    {
        if (await FindAsync(member, id) is not { } passkey)
        {
            return null;
        }

        await users.RemovePasskeyAsync(member, passkey.CredentialId);
        return passkey.Name ?? string.Empty;
    }

    /// <summary>What names a passkey to the throttle, whether it exists or not: a digest of the id that the answer gives.</summary>
    /// <param name="answer">What the browser answered.</param>
    internal static string MarkOf(string answer)
    {
        var id = string.Empty;
        try
        {
            using var read = JsonDocument.Parse(answer.Length > LongestAnswer ? "{}" : answer);
            id = read.RootElement.ValueKind == JsonValueKind.Object && read.RootElement.TryGetProperty("id", out var its) ? its.ToString() : id;
        }
        catch (JsonException)
        {
            // No JSON names no passkey.
        }

        return "passkey " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];
    }

    private async Task<UserPasskeyInfo?> FindAsync(StaffMember member, string id) =>
        (await users.GetPasskeysAsync(member)).FirstOrDefault(p => string.Equals(Convert.ToHexString(p.CredentialId), id, StringComparison.OrdinalIgnoreCase));

    // Made for each exchange: the site's own address can be changed while it runs.
    private PasskeyHandler<StaffMember> Handler(HttpContext http) => new(users, Options.Create(new IdentityPasskeyOptions
    {
        ServerDomain = DomainOf(http),
        UserVerificationRequirement = "required",
        ResidentKeyRequirement = "required",
        AttestationConveyancePreference = "none",
        ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsOwn(context.HttpContext, context.Origin)),
    }));

    private string DomainOf(HttpContext http) =>
        site.Snapshot.Settings.BaseUrl is { Length: > 0 } own ? new Uri(own).Host : http.Request.Host.Host;

    // The page that asked is one of this site: of its own address where it has one, else of the host that was asked.
    private bool IsOwn(HttpContext http, string origin)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !(from.Scheme == Uri.UriSchemeHttps || (from.Scheme == Uri.UriSchemeHttp && IsLocal(from.Host))))
        {
            return false;
        }

        return site.Snapshot.Settings.BaseUrl is { Length: > 0 } own
            ? string.Equals(from.GetLeftPart(UriPartial.Authority), new Uri(own).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
            : string.Equals(from.Authority, http.Request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsLocal(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private void Remember(HttpContext http, string purpose, string? state) => new HostCookies(site).AppendResponseCookie(
        http, Cookie, Protector(purpose).Protect(state ?? string.Empty, Waits), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = Waits });

    private string? Recall(HttpContext http, string purpose)
    {
        var cookies = new HostCookies(site);
        if (cookies.GetRequestCookie(http, Cookie) is not { Length: > 0 } kept)
        {
            return null;
        }

        cookies.DeleteCookie(http, Cookie, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict });
        try
        {
            var state = Protector(purpose).Unprotect(kept);
            lock (Answered)
            {
                if (Answered.TryGetValue(state, out _))
                {
                    return null;
                }

                Answered.Set(state, true, Waits + TimeSpan.FromMinutes(1));
            }

            return state;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector(purpose).ToTimeLimitedDataProtector();
}
