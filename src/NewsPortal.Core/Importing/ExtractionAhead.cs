using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Importing.Variants;

namespace NewsPortal.Core.Importing;

/// <summary>Extraction runs ahead of the one writer, on all cores, each input in a box of its own.</summary>
internal static class ExtractionAhead
{
    private const int ReadAhead = 64;

    // Files of tens of megabytes would take gigabytes if 64 of them were read ahead.
    private const long MostBytesAhead = 64 * 1024 * 1024;
    private static readonly TimeSpan LongestExtraction = TimeSpan.FromSeconds(20);

    /// <summary>Extracts inputs; what comes out is in their order, so that the same folder always gives the same numbers.</summary>
    /// <param name="inputs">The inputs, read lazily.</param>
    /// <param name="options">How the import is done.</param>
    /// <param name="pictures">Takes in their pictures, on the same cores.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<(InputItem Input, Extraction Extraction)> RunAsync(
        IEnumerable<InputItem> inputs, ImportOptions options, PictureIntake pictures, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ahead = Channel.CreateBounded<Task<(InputItem, Extraction)>>(new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
        var budget = new ByteBudget(MostBytesAhead);
        using var slots = new SemaphoreSlim(Environment.ProcessorCount + 1);
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stop = abandoned.Token;
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var input in inputs)
                    {
                        await budget.TakeAsync(BytesOf(input), stop);
                        await slots.WaitAsync(stop);
                        var extracting = Task.Run(() => ExtractBoxedAsync(input, options, pictures), CancellationToken.None);
                        _ = extracting.ContinueWith(_ => slots.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                        await ahead.Writer.WriteAsync(extracting, stop);
                    }

                    ahead.Writer.Complete();
                }
                catch (Exception e)
                {
                    ahead.Writer.Complete(e);
                }
            },
            CancellationToken.None);
        try
        {
            await foreach (var extracting in ahead.Reader.ReadAllAsync(cancellationToken))
            {
                var extracted = await extracting;
                yield return extracted;
                budget.Give(BytesOf(extracted.Item1));
            }
        }
        finally
        {
            // Whoever stops listening must not leave the reader waiting with a file open.
            await abandoned.CancelAsync();
            await reading;
        }
    }

    private static long BytesOf(InputItem input) => input.File?.Bytes.Length ?? 0;

    // Whatever one input does, the batch goes on: a fault of ours is reported with the input's name, a parser that finds
    // no end is left behind.
    private static async Task<(InputItem, Extraction)> ExtractBoxedAsync(InputItem input, ImportOptions options, PictureIntake pictures)
    {
        if (input.File is not { } file)
        {
            return (input, new Extraction(input.Path, null, null, null, null, input.Reason));
        }

        try
        {
            var extracting = Task.Run(() => Extract(input, file, options));

            // Nobody downstream asks for the decoded text, which is twice as large as the file.
            var extraction = await extracting.WaitAsync(LongestExtraction) with { Decoded = null };
            if (extraction.Article is { } article)
            {
                await pictures.TakeAllAsync(input, article);
            }

            return (input, extraction);
        }
        catch (TimeoutException)
        {
            return (input, new Extraction(file.Path, null, null, null, null, $"not finished after {LongestExtraction.TotalSeconds} s: too large or too deeply nested; split it or save it in a simpler form"));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (input, new Extraction(file.Path, null, null, null, null, $"cannot be read ({e.GetType().Name}: {e.Message.Split('\n')[0]}); please report this file"));
        }
    }

    private static Extraction Extract(InputItem input, SourceFile file, ImportOptions options)
    {
        var extraction = ArticleExtractor.Extract(file, new ExtractionOptions(options.Zone, input.EncodingName ?? options.EncodingName));
        if (extraction.Article is { } article && input is KeptOriginal kept)
        {
            AsImported(article, kept, options);
        }

        return extraction;
    }

    // What the import of other files beside it made of it then.
    private static void AsImported(ExtractedArticle article, KeptOriginal kept, ImportOptions options)
    {
        var further = kept.Further.Where(page => page.File is not null)
            .Select(page => (page.Use.Path, Page: ArticleExtractor.Extract(page.File!, new ExtractionOptions(options.Zone, page.EncodingName)).Article!))
            .Where(page => page.Page?.Page is not null).OrderBy(page => ArticlePages.NumberOf(page.Page)).ToList();
        ArticlePages.Join(article, further);
        if (ArticlePages.Missing([article, .. further.Select(page => page.Page)]) is { } missing) article.Warnings.Add(missing);
        if (article.Variant != PageVariant.None) article.Warnings.Add(new ImportWarning(0, StoredArticles.StandsIn));
    }
}
