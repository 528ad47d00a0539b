using NewsPortal.Benchmarks;

// dotnet run -c Release --project tests/NewsPortal.Benchmarks [-- ARTICLES]
var articles = args.Length > 0 && int.TryParse(args[0], out var wanted) ? wanted : 10_000;
await SiteBenchmark.RunAsync(articles, Console.Out);
