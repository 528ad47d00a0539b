using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Commands;

/// <summary>Serves the site; an empty store is filled from the content folder first.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        await using var app = await SiteHost.BuildAsync(
            args, configuration => NewsStore.OpenAsync(SiteConfiguration.Store(configuration), cancellationToken));
        string address;
        try
        {
            address = await app.StartSiteAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await error.WriteLineAsync($"The address is in use by another program: {e.Message.TrimEnd('.')}. Stop it, or choose another with --urls http://localhost:PORT.");
            return CommandLine.SomeFailed;
        }
        catch (SocketException e)
        {
            await error.WriteLineAsync($"The site cannot listen there: {e.Message}. Choose another address with --urls.");
            return CommandLine.SomeFailed;
        }

        var count = await FillAsync(app, error, cancellationToken);
        app.Services.GetRequiredService<SiteReadiness>().Ready();
        await output.WriteLineAsync($"NewsPortal is at {address} with {count} articles.");
        await SayHowToBeginAsync(app, address, output, cancellationToken);
        await output.FlushAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Ok;
    }

    // Whoever can read this output may become the newsroom's first administrator.
    private static async Task SayHowToBeginAsync(WebApplication app, string address, TextWriter output, CancellationToken cancellationToken)
    {
        await using var db = app.Services.GetRequiredService<NewsStore>().CreateContext();
        if (await FirstStart.IsOpenAsync(db, cancellationToken))
        {
            await output.WriteLineAsync($"Nobody is in the newsroom yet: {address}{NewsroomAddresses.Root}/setup makes the first administrator with the code {app.Services.GetRequiredService<FirstStart>().Code} (or: newsportal user add NAME --role administrator).");
        }
    }

    /// <summary>Imports the content folder into an empty store.</summary>
    /// <returns>How many articles the public sees.</returns>
    public static async Task<int> FillAsync(WebApplication app, TextWriter error, CancellationToken cancellationToken)
    {
        var store = app.Services.GetRequiredService<NewsStore>();
        var site = app.Services.GetRequiredService<CurrentSite>();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        await using var db = store.CreateContext();
        var content = SiteConfiguration.Content(app.Configuration);
        if (content is not null && Directory.Exists(content) && await IsEmptyAsync(db, cancellationToken))
        {
            await error.WriteLineAsync($"The store is empty: importing {content} …");
            var options = new ImportOptions("import", site.Snapshot.Zone, IsSample: SampleContent.In(content));
            var report = await new ArticleImporter(store, clock).ImportAsync(
                InputReader.Read([content]),
                options,
                result =>
                {
                    if (result.Error is not null)
                    {
                        error.WriteLine(ImportProgress.Rejection(result));
                    }
                },
                cancellationToken: cancellationToken);
            await SectionOrder.BySizeAsync(store, cancellationToken);
            await site.RefreshAsync(force: true, cancellationToken);
            await error.WriteLineAsync(report.ToString());
        }

        // What an import left behind when it was cut off.
        await new RelatedBacklog(store, clock).WorkOffAsync(cancellationToken: cancellationToken);
        return await db.Articles.Visible().CountAsync(cancellationToken);
    }

    // No import has ever ended, and nothing is there but what a first start that was cut off may have brought.
    private static async Task<bool> IsEmptyAsync(NewsDbContext db, CancellationToken cancellationToken) =>
        !await db.ImportRuns.AnyAsync(r => r.FinishedUtc != null && r.Actor != ArticleReimporter.Actor, cancellationToken) && !await db.Articles.AnyAsync(a => !a.IsSample, cancellationToken);
}
