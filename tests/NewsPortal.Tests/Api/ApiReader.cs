using System.Net;
using System.Text.Json;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Api;

/// <summary>Reads the API as a program does.</summary>
public static class ApiReader
{
    /// <summary>An answer of 200, parsed.</summary>
    public static async Task<JsonElement> JsonAsync(this TestSite site, string address)
    {
        ArgumentNullException.ThrowIfNull(site);
        using var answer = await site.Client.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}: {text}");
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>A refusal, parsed.</summary>
    public static async Task<(int Status, JsonElement Problem)> ProblemAsync(this TestSite site, string address, HttpMethod? method = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        using var answer = await site.Client.SendAsync(new HttpRequestMessage(method ?? HttpMethod.Get, address));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.ToString());
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    /// <summary>Every item of a list, page by page.</summary>
    public static async Task<List<JsonElement>> AllAsync(this TestSite site, string address, string list, Func<Task>? between = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        var items = new List<JsonElement>();
        for (string? next = address; next is not null;)
        {
            var page = await site.JsonAsync(next);
            items.AddRange(page.GetProperty(list).EnumerateArray());
            next = page.Text("next");
            await (between?.Invoke() ?? Task.CompletedTask);
        }

        return items;
    }

    /// <summary>A text of an object; null where it is absent.</summary>
    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>An article's number.</summary>
    public static long Number(this JsonElement json) => json.GetProperty("number").GetInt64();
}
