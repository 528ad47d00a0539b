using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>Keeps imported files, so that a better importer can run over them again.</summary>
internal static class Originals
{
    /// <summary>Keeps an input's bytes, once, and notes which article they became.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="article">The article.</param>
    /// <param name="file">The input.</param>
    /// <param name="extraction">How it was read.</param>
    /// <param name="hash">SHA-256 of its bytes.</param>
    /// <param name="run">The run that brought it.</param>
    /// <param name="options">What the operator chose.</param>
    /// <param name="nowUtc">The moment of the import.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task KeepAsync(
        NewsDbContext db, Article article, SourceFile file, Extraction extraction, string hash, ImportRun run, ImportOptions options, DateTime nowUtc, CancellationToken cancellationToken)
    {
        if (!db.Originals.Local.Any(o => o.Hash == hash) && !await db.Originals.AnyAsync(o => o.Hash == hash, cancellationToken))
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
            ChosenEncoding = options.EncodingName,
            ChosenSection = options.Section,
            ImporterVersion = ArticleExtractor.Version,
            ImportedUtc = nowUtc,
        });
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

        // Level 5: half of what level 11 saves beyond it would cost more than the whole import.
        return BrotliEncoder.TryCompress(bytes, buffer, out var written, quality: 5, window: 18)
            ? buffer[..written]
            : throw new InvalidOperationException("An original could not be compressed.");
    }
}
