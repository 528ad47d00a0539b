using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;

namespace NewsPortal.Tests.Importing;

/// <summary>A folder for each kind of authored file: the source, and the fields of <c>extract</c>'s line that it must give.</summary>
public sealed class FormatSampleTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Samples() =>
        [.. Directory.GetDirectories(Folder()).Select(path => Path.GetFileName(path)!).Where(name => name.StartsWith("written-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_becomes_the_expected_article(string name)
    {
        var lines = InputReader.Read([Path.Combine(Folder(), name, "source")]).Select(item => Line(item.File!)).ToList();
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(), name, "expected.json")));

        Assert.Equal(expected.RootElement.GetArrayLength(), lines.Count);
        foreach (var (wanted, line) in expected.RootElement.EnumerateArray().Zip(lines))
        {
            using var actual = JsonDocument.Parse(line);
            foreach (var field in wanted.EnumerateObject())
                Assert.Equal($"{field.Name}: {Written(field.Value)}", $"{field.Name}: {Written(actual.RootElement.GetProperty(field.Name))}");
        }
    }

    private static byte[] Line(SourceFile file)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, ExtractionJson.Options)) ExtractionJson.Write(ArticleExtractor.Extract(file, Extracted.Options), json, withText: false);
        return memory.ToArray();
    }

    private static string Written(JsonElement value) => JsonSerializer.Serialize(value, Readable);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Samples");
}
