namespace NewsPortal.Web.Newsroom;

/// <summary>What a browser is called by people, out of what it says of itself.</summary>
public static class ClientName
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("MicroMessenger", "WeChat"), ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "HarmonyOS"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    /// <summary>Browser and system; the first words where neither is known.</summary>
    /// <param name="agent">The header <c>User-Agent</c>.</param>
    public static string Of(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        var known = new[] { Browsers, Systems }.Select(names => Array.Find(names, n => agent.Contains(n.Mark, StringComparison.Ordinal)).Name).Where(n => n is not null);
        return string.Join(" · ", known) is { Length: > 0 } name ? name : agent.Length == 0 ? "?" : agent[..Math.Min(40, agent.Length)];
    }
}
