using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace NewsPortal.Web.Newsroom;

/// <summary>Addresses of the newsroom's own style and script: another content has another address, so a browser never mixes two versions.</summary>
public static class NewsroomAssets
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The address of a file.</summary>
    /// <param name="file">Its path below <c>wwwroot</c>.</param>
    public static string Path(string file) => Known.GetOrAdd(file, f =>
    {
        var bytes = File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot", f));
        return $"/{f}?v={Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}";
    });
}
