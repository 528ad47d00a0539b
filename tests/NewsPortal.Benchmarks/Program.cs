using NewsPortal.Benchmarks;
using NewsPortal.Benchmarks.Serving;

// dotnet run -c Release --project tests/NewsPortal.Benchmarks [-- [import|related|search|sitemap|crawl|render] ARTICLES | serving FOLDER-OF-THE-PUBLISHED-PROGRAM ARTICLES]
var articles = args.Length > 0 && int.TryParse(args[^1], out var wanted) ? wanted : args.FirstOrDefault() == "crawl" ? 20_000 : 10_000;
await (args.FirstOrDefault() switch
{
    "import" => ImportBenchmark.RunAsync(articles, Console.Out),
    "related" => RelatedBenchmark.RunAsync(articles, Console.Out),
    "search" => SearchBenchmark.RunAsync(articles, Console.Out),
    "serving" => ServingBenchmark.RunAsync(articles, args.Length > 1 ? args[1] : throw new ArgumentException("Say where the published program is: dotnet publish src/NewsPortal.Web -c Release -o FOLDER"), Console.Out),
    "render" => RenderBenchmark.RunAsync(articles, Console.Out),
    "crawl" => CrawlBenchmark.RunAsync(articles, Console.Out),
    "sitemap" => SitemapBenchmark.RunAsync(articles, Console.Out),
    _ => SiteBenchmark.RunAsync(articles, Console.Out),
});
