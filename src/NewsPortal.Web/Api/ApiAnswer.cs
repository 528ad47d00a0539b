using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Api;

/// <summary>Writes answers.</summary>
internal static class ApiAnswer
{
    /// <summary>Media type of an answer.</summary>
    public const string MediaType = "application/json; charset=utf-8";

    /// <summary>Writes one; validators, codings and conditions are seen to where the answer leaves.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="http">The exchange.</param>
    /// <param name="value">What is answered.</param>
    /// <param name="type">How it is written.</param>
    public static Task WriteAsync<T>(HttpContext http, T value, JsonTypeInfo<T> type)
    {
        http.Response.ContentType = MediaType;
        return JsonSerializer.SerializeAsync(http.Response.Body, value, type, http.RequestAborted);
    }

    /// <summary>The address at which a list goes on, told in a header too.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="site">The site.</param>
    /// <param name="query">The request's query.</param>
    /// <param name="name">The parameter that says where.</param>
    /// <param name="value">Its value; null at the end.</param>
    public static string? Next(HttpContext http, SiteSnapshot site, ApiQuery query, string name, string? value)
    {
        if (value is null)
        {
            return null;
        }

        var next = $"{site.BaseUrl}{http.Request.Path.ToUriComponent()}{query.GoingOnAt(name, value)}";
        http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return next;
    }
}
