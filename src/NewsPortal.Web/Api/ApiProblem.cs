using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsPortal.Web.Api;

/// <summary>Why a request was not answered as asked (RFC 9457).</summary>
public sealed record ApiProblem
{
    /// <summary>Media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>What kind of problem it is; `about:blank` says that the status tells it.</summary>
    [Required]
    public string Type { get; init; } = "about:blank";

    /// <summary>The status in words.</summary>
    [Required]
    public string Title { get; init; } = string.Empty;

    /// <summary>The status.</summary>
    [Required]
    public int Status { get; init; }

    /// <summary>What is wrong, and what to do.</summary>
    [Required]
    public string Detail { get; init; } = string.Empty;

    /// <summary>The parameter at fault; absent where none is.</summary>
    public string? Parameter { get; init; }

    /// <summary>Answers with a problem.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="status">The status.</param>
    /// <param name="detail">What is wrong and what to do.</param>
    /// <param name="parameter">The parameter at fault.</param>
    public static async Task WriteAsync(HttpContext http, int status, string detail, string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        var problem = new ApiProblem { Title = ReasonPhrases.GetReasonPhrase(status), Status = status, Detail = detail, Parameter = parameter };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.Web.ApiProblem);
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaType;
        if (http.Response.Headers.CacheControl.Count == 0)
        {
            var isKept = status < StatusCodes.Status500InternalServerError && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
            http.Response.Headers.CacheControl = isKept ? Serving.Answer.AskAgain : "no-store";
        }

        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }
}
