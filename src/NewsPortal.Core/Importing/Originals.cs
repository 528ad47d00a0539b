using System.IO.Compression;
using System.Numerics;
using System.Security.Cryptography;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Importing.Variants;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>Keeps imported files, so that a better importer can run over them again.</summary>
internal static class Originals
{
    /// <summary>Keeps the bytes of what became an article, once, and notes that they did.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="article">The article.</param>
    /// <param name="incoming">What came. The pages of one article are what came to it in its last run.</param>
    /// <param name="hash">SHA-256 of the first one's bytes.</param>
    /// <param name="run">The run that brought it.</param>
    /// <param name="options">What the operator chose.</param>
    /// <param name="nowUtc">The moment of the import.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task KeepAsync(
        NewsDbContext db, Article article, Incoming incoming, string hash, ImportRun run, ImportOptions options, DateTime nowUtc, CancellationToken cancellationToken)
    {
        foreach (var (input, extraction) in incoming.Further)
        {
            await KeepOneAsync(input, extraction, Convert.ToHexStringLower(SHA256.HashData(input.File!.Bytes.Span)));
        }

        await KeepOneAsync(incoming.Input, incoming.Extraction, hash);

        async Task KeepOneAsync(InputItem input, Extraction extraction, string hash)
        {
            var file = input.File!;
            var kept = (input as KeptOriginal)?.Use;
            if (!db.Originals.Local.Any(o => o.Hash == hash)
                && await db.Statements.Command("SELECT 1 FROM \"Originals\" WHERE \"Hash\" = @hash", ("@hash", hash)).ExecuteScalarAsync(cancellationToken) is null)
            {
                db.Originals.Add(new Original { Hash = hash, Length = file.Bytes.Length, Compressed = Compress(file.Bytes.Span) });
            }

            db.OriginalUses.Add(new OriginalUse
            {
                OriginalHash = hash,
                Article = article,
                ImportRunId = run.Id,
                Path = file.RelativePath,
                Extension = file.Extension,
                Encoding = extraction.Encoding?.Name ?? string.Empty,
                ChosenEncoding = kept is null ? options.EncodingName : kept.ChosenEncoding,
                ChosenSection = kept is null ? options.Section : kept.ChosenSection,
                ImporterVersion = ArticleExtractor.Version,
                ImportedUtc = nowUtc,
            });
        }
    }

    /// <summary>A kept file's bytes.</summary>
    /// <param name="original">The original.</param>
    /// <returns>Null where it is damaged: it does not unpack to its length, or to other bytes than its hash says.</returns>
    public static byte[]? Unpack(Original original)
    {
        var bytes = new byte[original.Length];
        return BrotliDecoder.TryDecompress(original.Compressed, bytes, out var written) && written == bytes.Length
            && Convert.ToHexStringLower(SHA256.HashData(bytes)) == original.Hash
            ? bytes
            : null;
    }

    private static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];

        // No window larger than the file: its tables would cost more than the packing. Level 5: half of what level 11 saves beyond it would cost more than the whole import.
        return BrotliEncoder.TryCompress(bytes, buffer, out var written, quality: 5, window: Math.Clamp(BitOperations.Log2((uint)bytes.Length) + 1, 10, 18))
            ? buffer[..written]
            : throw new InvalidOperationException("An original could not be compressed.");
    }
}
