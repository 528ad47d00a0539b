namespace NewsPortal.Core.Importing;

/// <summary>How an input's bytes were read as text.</summary>
/// <param name="Name">IANA name in lower case: utf-8, utf-16le, utf-16be, gb18030, big5.</param>
/// <param name="How">What decided: <c>mark</c>, <c>declared</c>, <c>detected</c> or <c>chosen</c>.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record DecodedAs(string Name, string How, double Confidence);

/// <summary>One input and what it became: an article, or the reason why it was rejected.</summary>
/// <param name="File">The input's path; a line of a JSON Lines file and a post of a WordPress export are <c>path:line</c>, a post of a Ghost export <c>path:slug</c>, an entry of an archive <c>archive.zip/entry</c>.</param>
/// <param name="Format"><c>text</c>, <c>html</c>, <c>markdown</c>, <c>docx</c>, <c>jsonl</c>, <c>wxr</c> or <c>ghost</c>; null where unknown.</param>
/// <param name="Encoding">How the bytes were read; null where they could not be.</param>
/// <param name="Decoded">The decoded text without byte-order mark, line ends as in the file; null where it could not be decoded. For HTML: its visible text in document order.</param>
/// <param name="Article">What it became; null where rejected.</param>
/// <param name="Error">Why it was rejected, and what to do; null where it was not.</param>
/// <param name="ErrorLine">The line the error is about, counted from 1; 0 where it concerns the whole input.</param>
public sealed record Extraction(
    string File,
    string? Format,
    DecodedAs? Encoding,
    string? Decoded,
    ExtractedArticle? Article,
    string? Error = null,
    int ErrorLine = 0);

/// <summary>An input as it lies on disk, in an archive or on one line of a JSON Lines file.</summary>
/// <param name="Path">How reports name it.</param>
/// <param name="RelativePath">Its path below the imported root, with <c>/</c>; identity and the folder's section come from it.</param>
/// <param name="Bytes">The content, exactly as found.</param>
/// <param name="Extension">Lower case with the dot: what says which format it is. A JSON Lines row is <c>.jsonl</c>, a post of an export <c>.wxr</c> or <c>.ghost</c>.</param>
/// <param name="ModifiedUtc">When the file was last written, where known.</param>
public sealed record SourceFile(string Path, string RelativePath, ReadOnlyMemory<byte> Bytes, string Extension, DateTime? ModifiedUtc = null);

/// <summary>What an extraction needs to know about the site and the call.</summary>
/// <param name="Zone">The site's zone, taken where a file states no offset.</param>
/// <param name="EncodingName">The encoding that the operator chose; null to decide by the bytes.</param>
public sealed record ExtractionOptions(TimeZoneInfo Zone, string? EncodingName = null);
