using System.Reflection;
using System.Text.RegularExpressions;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.House;

/// <summary>The rules of the house, checked by the house.</summary>
public sealed partial class HouseRulesTests
{
    private static readonly string Source = Path.Combine(Environs.Root, "src");

    [Fact]
    public void Core_knows_nothing_of_the_web_framework()
    {
        var foreign = typeof(Article).Assembly.GetReferencedAssemblies().Where(a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)).ToList();
        Assert.Empty(foreign);
        Assert.DoesNotContain("FrameworkReference", File.ReadAllText(Path.Combine(Source, "NewsPortal.Core", "NewsPortal.Core.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_stored_time_is_named_utc()
    {
        var stored = typeof(NewsDbContext).GetProperties().Where(p => p.PropertyType.IsGenericType)
            .Select(p => p.PropertyType.GetGenericArguments()[0]).ToList();
        var times = stored.SelectMany(t => t.GetProperties())
            .Where(p => p.CanWrite && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(DateTime)).ToList();
        Assert.True(times.Count >= 8, "the model's times are looked at");
        Assert.All(times, t => Assert.EndsWith("Utc", t.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(stored.SelectMany(t => t.GetProperties()).Where(p => p.DeclaringType!.Namespace!.StartsWith("NewsPortal", StringComparison.Ordinal)), p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(DateTimeOffset));
    }

    [Fact]
    public void Raw_html_is_written_in_one_view()
    {
        var writers = Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories)
            .Where(f => RawWriter().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)).ToList();
        Assert.Equal(["_ArticleBody.cshtml"], writers);
    }

    [Fact]
    public void Safe_html_is_made_in_markup_and_nowhere_else()
    {
        Assert.DoesNotContain(
            typeof(NewsPortal.Core.Markup.SafeHtml).GetConstructors(BindingFlags.Public | BindingFlags.Instance), c => c.GetParameters().Length > 0);
        Assert.DoesNotContain(
            CodeFiles(), f => !f.Contains("/Markup/", StringComparison.Ordinal) && File.ReadAllText(f).Contains("new SafeHtml(", StringComparison.Ordinal));
    }

    [Fact]
    public void What_readers_pages_say_stands_in_wording()
    {
        // The newsroom speaks to the house; BylineParts knows words of articles, not of pages.
        var views = Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories);
        var said = CodeFiles().Concat(views)
            .Where(f => f.Contains("/Pages/", StringComparison.Ordinal) || f.Contains("/Crawlers/", StringComparison.Ordinal) || f.Contains("/Api/", StringComparison.Ordinal))
            .Where(f => !f.Contains("/Newsroom/", StringComparison.Ordinal) && !f.EndsWith("/BylineParts.cs", StringComparison.Ordinal))
            .Where(f => HanCharacter().IsMatch(Comment().Replace(File.ReadAllText(f), string.Empty)));
        Assert.Empty(said.Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void No_view_and_no_query_for_readers_reads_the_clock()
    {
        var readers = CodeFiles().Concat(Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories))
            .Where(f => f.Contains("/Pages/", StringComparison.Ordinal) || f.Contains("/Reading/", StringComparison.Ordinal) || f.Contains("/Crawlers/", StringComparison.Ordinal) || f.Contains("/Api/", StringComparison.Ordinal))
            .Where(f => !IsNewsroom(f));
        Assert.DoesNotContain(readers, f => ClockReader().IsMatch(File.ReadAllText(f)));
    }

    [Fact]
    public void Every_public_query_starts_from_the_visibility_rule()
    {
        // Whoever asks for articles in a reader's room must say Visible; the exceptions answer a status, not a content.
        string[] rooms = ["/Pages/", "/Crawlers/", "/Reading/", "/Api/"];
        var lists = ListMethods();
        Assert.True(lists.Count >= 5, "the lists of Reading are looked at");
        var offenders = new List<string>();
        foreach (var file in CodeFiles().Where(f => rooms.Any(r => f.Contains(r, StringComparison.Ordinal)) && !f.EndsWith("Visibility.cs", StringComparison.Ordinal) && !IsNewsroom(f)))
        {
            var text = File.ReadAllText(file);
            offenders.AddRange(ArticleQuery().Matches(text)
                .Where(m => !lists.Contains(m.Groups["first"].Value))

                // Whether there are samples at all is no article's content; asked this way a small index answers it.
                .Where(m => !text[m.Index..].StartsWith("db.Articles.AnyAsync(a => a.IsSample,", StringComparison.Ordinal))
                .Select(m => $"{Path.GetFileName(file)}: {text[m.Index..Math.Min(text.Length, m.Index + 60)].ReplaceLineEndings(" ")}"));
        }

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_list_query_loads_a_body()
    {
        var loaders = CodeFiles().Where(f => f.Contains("/Pages/", StringComparison.Ordinal) && !IsNewsroom(f))
            .Where(f => BodyLoader().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName);
        Assert.Empty(loaders);

        // A program may ask for bodies; they are read there and nowhere else, and only where it did.
        Assert.Equal(
            ["ArticleItems.cs", "ArticleOperations.cs"],
            CodeFiles().Where(f => f.Contains("/Api/", StringComparison.Ordinal) && BodyLoader().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // Whoever is signed in sees what readers do not, at the real time; the newsroom's own rules are tested at its own door.
    private static bool IsNewsroom(string file) => file.Contains("/Newsroom/", StringComparison.Ordinal);

    // Visible itself, and the methods of Reading that begin with it or with one that does.
    private static HashSet<string> ListMethods()
    {
        var methods = Directory.EnumerateFiles(Path.Combine(Source, "NewsPortal.Core", "Reading"), "*.cs")
            .SelectMany(f => File.ReadAllText(f).Split("/// <summary>"))
            .Select(m => (Name: ListMethod().Match(m).Groups["name"].Value, Body: m)).Where(m => m.Name.Length > 0).ToList();
        var lists = new HashSet<string>(StringComparer.Ordinal) { "Visible", "VisibleAmong" };
        while (methods.Any(m => lists.Any(l => m.Body.Contains($"articles.{l}(", StringComparison.Ordinal)) && lists.Add(m.Name)))
        {
        }

        return lists;
    }

    private static IEnumerable<string> CodeFiles() => Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex HanCharacter();

    [GeneratedRegex(@"^\s*//.*$|@\*.*?\*@", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"Html\.Raw|HtmlString|IHtmlContent")]
    private static partial Regex RawWriter();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|TimeProvider|GetUtcNow|Stopwatch")]
    private static partial Regex ClockReader();

    [GeneratedRegex(@"\b(?:public|internal|private) static [^(]*?(?<name>\w+)\(\s*this IQueryable<Article> articles")]
    private static partial Regex ListMethod();

    [GeneratedRegex(@"(?:\b[dD]b\.Articles|Set<Article>\(\))(?:\.AsNoTracking\(\))?(?:\s*\.(?<first>\w+))?")]
    private static partial Regex ArticleQuery();

    [GeneratedRegex(@"Include\(\w+ => \w+\.Body\)|[dD]b\.Bodies")]
    private static partial Regex BodyLoader();
}
