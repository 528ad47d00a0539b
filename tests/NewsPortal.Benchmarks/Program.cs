using NewsPortal.Benchmarks;

// dotnet run -c Release --project tests/NewsPortal.Benchmarks [-- [import|related|search|sitemap|crawl] ARTICLES]
var articles = args.Length > 0 && int.TryParse(args[^1], out var wanted) ? wanted : args.FirstOrDefault() == "crawl" ? 20_000 : 10_000;
await (args.FirstOrDefault() switch
{
    "import" => ImportBenchmark.RunAsync(articles, Console.Out),
    "related" => RelatedBenchmark.RunAsync(articles, Console.Out),
    "search" => SearchBenchmark.RunAsync(articles, Console.Out),
    "crawl" => CrawlBenchmark.RunAsync(articles, Console.Out),
    "sitemap" => SitemapBenchmark.RunAsync(articles, Console.Out),
    _ => SiteBenchmark.RunAsync(articles, Console.Out),
});
