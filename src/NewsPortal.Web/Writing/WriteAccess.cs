using NewsPortal.Core.Access;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Api;

namespace NewsPortal.Web.Writing;

/// <summary>Lets a program write that shows a token which may (RFC 6750).</summary>
internal static class WriteAccess
{
    private const string Scheme = "Bearer ";

    /// <summary>The token that a request shows.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="db">The store.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="anyOf">What it must be allowed, one of these at least.</param>
    /// <exception cref="RefusedRequestException">None is shown, it does not hold, or it may not do this.</exception>
    public static async Task<ApiToken> RequireAsync(HttpContext http, NewsDbContext db, TimeProvider clock, TokenScopes anyOf)
    {
        // What is answered to one program is nobody else's.
        http.Response.Headers.CacheControl = "no-store";
        var shown = http.Request.Headers.Authorization.ToString();
        var token = shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await new ApiTokens(db, clock).FindAsync(shown[Scheme.Length..].Trim(), http.RequestAborted)
            : null;
        if (token is null)
        {
            throw new RefusedRequestException(
                StatusCodes.Status401Unauthorized, "Writing needs a token in the header Authorization: Bearer TOKEN; newsportal token add makes one.", null)
            {
                Challenge = shown.Length == 0 ? "Bearer" : "Bearer error=\"invalid_token\"",
            };
        }

        return (token.Scopes & anyOf) != TokenScopes.None
            ? token
            : throw new RefusedRequestException(StatusCodes.Status403Forbidden, $"The token may not do this: it needs the scope {anyOf.ToString().ToLowerInvariant().Replace(", ", " or ", StringComparison.Ordinal)}.", null)
            {
                Challenge = "Bearer error=\"insufficient_scope\"",
            };
    }
}
