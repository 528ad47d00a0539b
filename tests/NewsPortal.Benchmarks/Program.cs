using NewsPortal.Benchmarks;

// dotnet run -c Release --project tests/NewsPortal.Benchmarks [-- [related] ARTICLES]
var related = args.Length > 0 && args[0] == "related";
var articles = args.Length > 0 && int.TryParse(args[^1], out var wanted) ? wanted : 10_000;
await (related ? RelatedBenchmark.RunAsync(articles, Console.Out) : SiteBenchmark.RunAsync(articles, Console.Out));
