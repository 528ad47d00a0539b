using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Serving.Kept;

/// <summary>
/// An answer as it is sent while one state of the site holds: every header's value, and the bytes for each coding. Sending it
/// looks nothing up, compresses nothing and copies its bytes once, into the connection's own buffers.
/// </summary>
internal sealed class ReadyAnswer
{
    private readonly byte[][] _gzip;
    private readonly int _gzipLength;
    private readonly StringValues _plainTag;
    private readonly StringValues _gzipTag;
    private readonly StringValues _brotliTag;
    private readonly StringValues _modified;
    private volatile byte[]? _brotli;
    private int _wanted;
    private int _isAsked;

    /// <summary>Makes one ready.</summary>
    /// <param name="snapshot">The state of the site that it holds for.</param>
    /// <param name="contentType">Media type with charset.</param>
    /// <param name="hash">What its validators are made from: equal bytes have equal hashes.</param>
    /// <param name="modifiedUtc">Last-Modified; null sends none.</param>
    /// <param name="gzip">Its bytes as gzip, in pieces: what many answers share is one array.</param>
    /// <param name="headers">Headers of its own, beside those that every answer bears.</param>
    public ReadyAnswer(SiteSnapshot snapshot, string contentType, string hash, DateTime? modifiedUtc, byte[][] gzip, params KeyValuePair<string, StringValues>[] headers)
    {
        Snapshot = snapshot;
        ContentType = contentType;
        Hash = hash;
        ModifiedUtc = modifiedUtc;
        Headers = headers;
        _gzip = gzip;
        _gzipLength = gzip.Sum(p => p.Length);
        (_plainTag, _gzipTag, _brotliTag) = ($"\"{hash}\"", $"\"{hash}-g\"", $"\"{hash}-b\"");
        _modified = modifiedUtc is { } modified ? HeaderUtilities.FormatDate(modified) : StringValues.Empty;
    }

    /// <summary>The state of the site that it holds for.</summary>
    public SiteSnapshot Snapshot { get; }

    /// <summary>Media type with charset.</summary>
    public string ContentType { get; }

    /// <summary>What its validators are made from.</summary>
    public string Hash { get; }

    /// <summary>When it last changed, where something says so.</summary>
    public DateTime? ModifiedUtc { get; }

    /// <summary>Headers of its own.</summary>
    public KeyValuePair<string, StringValues>[] Headers { get; }

    /// <summary>The article whose page it is; 0 for none.</summary>
    public long Article { get; init; }

    /// <summary>Until when it may be sent, as <see cref="Environment.TickCount64"/>; as long as the site stays as it is where nothing is said.</summary>
    public long GoodUntil { get; init; } = long.MaxValue;

    /// <summary>It is sent only to those who may ask now: whoever asks too often is refused first.</summary>
    public bool IsRationed { get; init; }

    /// <summary>What it takes in memory, in bytes.</summary>
    public int Size => _gzipLength + (_brotli?.Length ?? 0) + 1024;

    /// <summary>How often it was sent to somebody who would have liked Brotli.</summary>
    public int Wanted => Volatile.Read(ref _wanted);

    /// <summary>Its bytes as Brotli; null until they are made.</summary>
    public byte[]? Brotli
    {
        get => _brotli;
        set => _brotli = value;
    }

    /// <summary>True for whoever asks first that its Brotli form be made.</summary>
    public bool IsAskedFirst() => Interlocked.Exchange(ref _isAsked, 1) == 0;

    /// <summary>Sends it, or 304 where the client has it.</summary>
    /// <param name="features">The exchange.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>True where the whole page was sent, so that somebody may have read it.</returns>
    public ValueTask<bool> SendAsync(IFeatureCollection features, TimeProvider clock)
    {
        var request = features.GetRequiredFeature<IHttpRequestFeature>();
        var response = features.GetRequiredFeature<IHttpResponseFeature>();
        var headers = response.Headers;
        var brotli = _brotli;
        var coding = Codings.For(request.Headers.AcceptEncoding, hasBrotli: true);
        if (coding == Coding.Brotli && brotli is null)
        {
            Interlocked.Increment(ref _wanted);
            coding = Codings.For(request.Headers.AcceptEncoding, hasBrotli: false);
        }

        headers.ETag = coding switch { Coding.Gzip => _gzipTag, Coding.Brotli => _brotliTag, _ => _plainTag };
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = Answer.AskAgain;
        if (_modified.Count > 0)
        {
            headers.LastModified = _modified;
        }

        foreach (var header in Headers)
        {
            headers[header.Key] = header.Value;
        }

        SecurityHeaders.Set(headers);
        if (Conditions.HasIt(request.Headers, Hash, ModifiedUtc, clock))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return new(false);
        }

        headers.ContentType = ContentType;
        switch (coding)
        {
            case Coding.Gzip:
                headers.ContentEncoding = "gzip";
                headers.ContentLength = _gzipLength;
                return IsHead(request) ? new(false) : WriteAsync(features, _gzip);
            case Coding.Brotli:
                headers.ContentEncoding = "br";
                headers.ContentLength = brotli!.Length;
                return IsHead(request) ? new(false) : WriteAsync(features, brotli);
            default:
                // Hardly anybody asks for it, so it is kept nowhere.
                var plain = Plain();
                headers.ContentLength = plain.Length;
                return IsHead(request) ? new(false) : WriteAsync(features, plain);
        }
    }

    /// <summary>Its bytes before compression.</summary>
    public byte[] Plain()
    {
        using var packed = new MemoryStream(_gzipLength);
        foreach (var piece in _gzip)
        {
            packed.Write(piece);
        }

        packed.Position = 0;
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream(4 * _gzipLength);
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    // Begun first, so that what follows goes into the connection's buffers at once. The server flushes at the end.
    private static async ValueTask<bool> WriteAsync(IFeatureCollection features, params byte[][] pieces)
    {
        var body = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await body.StartAsync();
        var writer = body.Writer;
        foreach (var piece in pieces)
        {
            writer.Write(piece);
        }

        await writer.FlushAsync();
        return true;
    }

    private static bool IsHead(IHttpRequestFeature request) => HttpMethods.IsHead(request.Method);
}
