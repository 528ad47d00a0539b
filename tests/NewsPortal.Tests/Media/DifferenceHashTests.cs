using NetVips;
using NewsPortal.Core.Media;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Media;

/// <summary>Pictures that look alike have nearly the same hash, and others do not: measured over drawn scenes and the samples' pictures.</summary>
public sealed class DifferenceHashTests
{
    private const int Scenes = 80;

    [Fact]
    public void A_picture_that_was_saved_anew_resized_or_cropped_a_little_stays_near_and_no_other_picture_comes_near()
    {
        var originals = Enumerable.Range(0, Scenes).Select(Scene).ToList();
        var hashes = originals.ConvertAll(HashOf);
        var report = new List<string>();
        foreach (var (name, least, change) in Changes())
        {
            var distances = originals.Select((image, i) => DifferenceHash.Distance(hashes[i], HashOf(change(image)))).Order().ToList();
            var near = distances.Count(d => d <= DifferenceHash.Near) * 100 / Scenes;
            report.Add($"{name}: median {distances[Scenes / 2]}, p95 {distances[Scenes * 95 / 100]}, most {distances[^1]}, near {near} %");
            Assert.True(near >= least, string.Join('\n', report));
        }

        var others = (from i in Enumerable.Range(0, Scenes) from j in Enumerable.Range(0, i) select DifferenceHash.Distance(hashes[i], hashes[j])).Order().ToList();
        report.Add($"others: least {others[0]}, p1 {others[others.Count / 100]}, median {others[others.Count / 2]}");
        if (Environment.GetEnvironmentVariable("NEWSPORTAL_FIGURES") is { Length: > 0 } file)
        {
            File.WriteAllLines(file, report);
        }

        Assert.True(others[0] > DifferenceHash.Near, string.Join('\n', report));
    }

    [Fact]
    public void No_two_pictures_of_the_samples_are_near()
    {
        var hashes = new List<(string File, long Hash)>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Environs.Root, "content"), "*.*", SearchOption.AllDirectories).Where(f => PictureFormat.Of(File.ReadAllBytes(f)) is ".jpg" or ".png" or ".webp"))
        {
            if (PictureCleaner.Clean(File.ReadAllBytes(file)).Likeness is { } hash)
            {
                hashes.Add((Path.GetFileName(file), hash));
            }
        }

        var near = (from a in hashes from b in hashes where string.CompareOrdinal(a.File, b.File) < 0 && DifferenceHash.Distance(a.Hash, b.Hash) <= DifferenceHash.Near select $"{a.File} {b.File} {DifferenceHash.Distance(a.Hash, b.Hash)}").ToList();
        Assert.True(hashes.Count > 10, $"{hashes.Count} hashes");
        Assert.Empty(near);
    }

    [Fact]
    public void A_picture_of_one_colour_has_no_likeness()
    {
        using var plain = (Image.Black(600, 400, bands: 3) + 200).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        Assert.Null(PictureCleaner.Clean(plain.PngsaveBuffer()).Likeness);
    }

    // What happens to a picture between two desks, and of how many in a hundred it must be seen at least.
    private static IEnumerable<(string Name, int Least, Func<Image, Image> Change)> Changes() =>
    [
        ("JPEG at 40", 100, image => Image.NewFromBuffer(image.JpegsaveBuffer(q: 40))),
        ("half the size", 100, image => image.Resize(0.5)),
        ("a third, JPEG at 60", 100, image => Image.NewFromBuffer(image.Resize(1.0 / 3).JpegsaveBuffer(q: 60))),
        ("WebP at 50", 100, image => Image.NewFromBuffer(image.WebpsaveBuffer(q: 50))),
        ("brighter by a tenth", 98, image => (image * 1.1).Cast(Enums.BandFormat.Uchar)),
        ("cropped by 1 % on each side", 95, image => Cropped(image, 0.01)),
        ("cropped by 2 % on each side", 80, image => Cropped(image, 0.02)),
        ("cropped by 3 % on each side", 0, image => Cropped(image, 0.03)),
        ("cropped by 5 % on each side", 0, image => Cropped(image, 0.05)),
    ];

    private static Image Cropped(Image image, double part)
    {
        var (x, y) = ((int)(image.Width * part), (int)(image.Height * part));
        return image.Crop(x, y, image.Width - (2 * x), image.Height - (2 * y));
    }

    private static long HashOf(Image image) => PictureCleaner.Clean(image.JpegsaveBuffer(q: 95)).Likeness!.Value;

    // A sky, a ground and some things in it, with grain: as much as a photograph has at nine by eight points.
    private static Image Scene(int seed)
    {
        const int width = 900;
        const int height = 600;
        var random = new Random(seed);
        double[] Colour() => [random.Next(30, 240), random.Next(30, 240), random.Next(30, 240)];
        using var ground = (Image.Black(width, height, bands: 3) + Colour()).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var drawn = ground.Mutate(m =>
        {
            m.DrawRect(Colour(), 0, 0, width, random.Next(150, 400), fill: true);
            for (var n = random.Next(12, 25); n > 0; n--)
            {
                var (x, y) = (random.Next(width), random.Next(height));
                if (random.Next(2) == 0)
                {
                    m.DrawCircle(Colour(), x, y, random.Next(20, 130), fill: true);
                }
                else
                {
                    m.DrawRect(Colour(), x, y, random.Next(20, 260), random.Next(20, 220), fill: true);
                }
            }
        });
        using var soft = drawn.Gaussblur(3);
        using var grain = Image.Gaussnoise(width, height, sigma: 6, mean: 0, seed: seed);
        return (soft + grain).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }
}
