using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Tests.Wording;

/// <summary>A site all of whose articles and names are in Latin letters, so that every other character on its pages is the pages' own.</summary>
public sealed class LatinSite : IAsyncLifetime
{
    public const string Full = "/2026/11/20/full";
    public const string Gone = "/2026/11/19/gone";
    public const string Automatic = "automatic";

    // Enough for a second page of the latest list, the newer ones enough to fill the front page above the stories.
    private const int Fillers = 60;
    private const int NewerFillers = 22;

    private static readonly string[] Ferry =
    [
        "Ferry Heron enters the dry dock. The harbour company said the ferry Heron needs a new rudder, and ferry passengers will take the bridge while the Heron stays in the dry dock.",
        "Ferry Heron leaves the dry dock for trials. The harbour company took twenty old passengers aboard, the ferry Heron went round the lighthouse twice, and the new rudder held.",
        "Ferry Heron sails again, full on the first day. The harbour company added two crossings, and passengers brought flowers to the ferry Heron and its new rudder.",
        "Ferry Heron gets a night crossing. The harbour company said the night crossing of the ferry Heron runs at weekends only, with the new rudder and passengers under lanterns.",
    ];

    public TestSite Site { get; private set; } = null!;

    public string Story { get; private set; } = string.Empty;

    public string AutomaticPath { get; private set; } = string.Empty;

    public string FerryPath { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        Site = await TestSite.StartAsync("--NewsPortal:Site:Name=River News", "--NewsPortal:Site:LicenceNumber=L-1", "--NewsPortal:Site:ReportContact=desk@example.org");
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in Files())
        {
            folder.Write(path, text);
        }

        folder.Write("harbour/heron.jpg", APicture.Jpeg(900, 600));
        Assert.Equal(0, (await Site.ImportFolderAsync(folder.Path)).Rejected);
        await using var db = Site.Store.CreateContext();
        await FinishAsync(db);
        await Site.ReadByAsync(Full, 1, 3);
        await Site.RankAsync();
        Story = (await db.Stories.AsNoTracking().ToListAsync()).Where(s => s.Reports >= 3).OrderByDescending(s => s.Reports).First().Path;
        AutomaticPath = (await db.Articles.AsNoTracking().SingleAsync(a => a.HeadlineAutomatic)).Path;
        FerryPath = (await db.Articles.AsNoTracking().SingleAsync(a => a.Slug == "ferry-1")).Path;
    }

    public Task DisposeAsync() => Site.DisposeAsync().AsTask();

    /// <summary>Changes the language while the site runs, as an editor does.</summary>
    public async Task SpeakAsync(string language)
    {
        await using var db = Site.Store.CreateContext();
        await Site.Services.GetRequiredService<SiteSettingsStore>().SetAsync(db, [("Language", language)], "operator", Site.Clock);
        await Site.RefreshAsync();
    }

    private async Task FinishAsync(Core.Storage.NewsDbContext db)
    {
        var full = await db.Articles.Include(a => a.Pictures).SingleAsync(a => a.Slug == "full");
        full.Pictures.First(p => p.PictureId is not null).Credit = "Ann Lee";
        await db.SaveChangesAsync();
        var gone = await db.Articles.SingleAsync(a => a.Slug == "gone");
        await using (var edition = await Edition.BeginAsync(db, Site.Clock, "editor"))
        {
            edition.Withdraw(gone, await db.Bodies.SingleAsync(b => b.ArticleId == gone.Id), "wrong");
            await edition.CommitAsync();
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Corrected, ArticleId = full.Id, AtUtc = Site.Clock.NowUtc(), Actor = "editor", Detail = "The length of the bridge was wrong." }], []);
        await transaction.CommitAsync();
        await Site.RefreshAsync();
    }

    private static IEnumerable<(string, string)> Files()
    {
        const string report = "The old lighthouse lamp is lit once more after forty years in a shed. Volunteers cleaned every prism by hand, and the keeper climbed the stairs with his granddaughter to turn the switch at dusk.";
        yield return AnArticle.Called("Bridge over the river opens").At("2026-11-20 09:00:00").With("revised", "2026-11-21 10:00:00").With("slug", "full").In("harbour")
            .With("kicker", "A long wait ends").With("subheadline", "Ten minutes from bank to bank").With("source", "Harbour Post").With("byline", "Ann Lee").With("editor", "Bob Ray")
            .With("tags", "[bridge]").Under("harbour/full.md")
            .Saying("The bridge over the river opened this morning, and people walked across it with flags.\n\n![The bridge](heron.jpg)\n\n![The crowd](lost.jpg)\n\nThe first bus crossed the bridge at noon.");
        foreach (var (source, i) in new[] { "Harbour Post", "Coast Times", "Bay Herald" }.Select((s, i) => (s, i)))
        {
            yield return AnArticle.Called("Lighthouse lamp lit again").At($"2026-11-18 0{i + 1}:00:00").With("slug", $"copy-{i}").With("source", source).In("harbour").Saying(report);
        }

        foreach (var (text, i) in Ferry.Select((t, i) => (t, i)))
        {
            yield return AnArticle.Called(text.Split('.')[0]).At($"2026-11-0{i + 1} 08:00:00").With("slug", $"ferry-{i}").In("harbour").Saying(text);
        }

        yield return AnArticle.Called("An article to withdraw").At("2026-11-19 08:00:00").With("slug", "gone").In("town").Saying("This report turned out to be mistaken in every line of it.");
        yield return ($"town/{Automatic}.txt", "Rain fell on the market all morning without a pause. Traders put up their awnings, and the fish was sold under umbrellas.\n");
        for (var i = 0; i < Fillers; i++)
        {
            yield return AnArticle.Called(Gibberish(i, 4)).At(i < NewerFillers ? $"2026-11-{(i % 12) + 5:00} 08:00:00" : $"2026-10-{(i % 27) + 1:00} 08:00:00").With("slug", $"filler-{i}").In($"ward {(char)('a' + (i % 6))}").Saying(Gibberish(i + 1000, 14));
        }
    }

    // Words that stand in one article only, so that nothing joins these.
    private static string Gibberish(int seed, int words)
    {
        const string consonants = "bdfgklmnprstvz";
        const string vowels = "aeiou";
        var state = (uint)(seed + 1) * 2654435761;
        int Next(int below) => (int)((state = (state * 1664525) + 1013904223) >> 16) % below;
        var text = string.Join(' ', Enumerable.Range(0, words).Select(_ => string.Concat(Enumerable.Range(0, 4).Select(_ => $"{consonants[Next(consonants.Length)]}{vowels[Next(vowels.Length)]}"))));
        return char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..] + ".";
    }
}
