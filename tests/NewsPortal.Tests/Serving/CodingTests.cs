using System.IO.Compression;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Serving;

/// <summary>Which coding a client is sent.</summary>
public sealed class CodingTests
{
    [Theory]
    [InlineData("gzip, br", "br")]
    [InlineData("br;q=0.5, gzip;q=0.9", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData("br;q=0, gzip;q=0", null)]
    public async Task H1_a_client_is_sent_the_coding_it_likes_best_and_every_coding_unpacks_to_the_same(string accepted, string? coding)
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车"));
        foreach (var path in (string[])["/", "/latest"])
        {
            var plain = await site.Client.GetByteArrayAsync(path);
            using var answer = await LastAsync(site, path, accepted, coding);
            Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal("Accept-Encoding", string.Join(',', answer.Headers.Vary));
            Assert.Equal(plain, Unpacked(await answer.Content.ReadAsByteArrayAsync(), coding));

            // A client that changes its coding holds the same page.
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var unchanged = await site.Client.SendAsync(again);
            Assert.Equal(304, (int)unchanged.StatusCode);
        }
    }

    // Brotli is made beside the first answers.
    private static async Task<HttpResponseMessage> LastAsync(TestSite site, string path, string accepted, string? coding)
    {
        for (var tries = 0; ; tries++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            var answer = await site.Client.SendAsync(request);
            if (answer.Content.Headers.ContentEncoding.SingleOrDefault() == coding || tries == 50)
            {
                return answer;
            }

            answer.Dispose();
            await Task.Delay(100);
        }
    }

    private static byte[] Unpacked(byte[] bytes, string? coding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream stream = coding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
