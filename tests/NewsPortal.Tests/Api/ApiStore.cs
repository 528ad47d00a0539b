using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Api;

/// <summary>Sites over either database.</summary>
public static class ApiStore
{
    /// <summary>Starts one.</summary>
    public static async Task<TestSite> StartAsync(string kind, PrivatePostgres server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return kind == StoreKindsAttribute.Postgres ? await TestSite.StartAsync($"--database={await server.NewDatabaseAsync()}") : await TestSite.StartAsync();
    }
}
