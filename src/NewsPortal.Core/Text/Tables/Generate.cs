// Makes the binary tables of this folder from the Unicode Character Database.
//
//   dotnet run Generate.cs -- /usr/share/unicode
//
// The argument is a folder with UnicodeData.txt, CompositionExclusions.txt, DerivedCoreProperties.txt and the
// Unihan_*.txt files, plain or as .bz2 (Debian's package "unicode-data" lays them out so; the program then calls
// `bzip2 -dc`). The tables are written beside this file. The formats are described at each writer; the readers are
// NormalizationData, HanVariants and PinyinTable.
#:property PublishAot=false

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

var source = args.Length > 0 ? args[0] : "/usr/share/unicode";
var target = Path.GetDirectoryName(ThisFile())!;
WriteNormalization();
WriteSimplified();
WritePinyin();
return 0;

// Three lists, integers as 7-bit varints, code points as steps from the one before.
// 1 combining classes: count, (step, class)...
// 2 full compatibility decompositions (Hangul is computed, not listed): count, (step, length, code point...)...
// 3 compositions: count, (first, second, composed)...
// 4 default ignorable ranges: count, (step from the end of the last range, length)...
void WriteNormalization()
{
    var classes = new SortedDictionary<int, int>();
    var compatibility = new Dictionary<int, int[]>();
    var canonical = new SortedDictionary<int, int[]>();
    foreach (var line in Lines("UnicodeData.txt"))
    {
        var fields = line.Split(';');
        var codePoint = Hex(fields[0]);
        if (fields[3] != "0") classes[codePoint] = int.Parse(fields[3], CultureInfo.InvariantCulture);
        if (fields[5].Length == 0) continue;
        var parts = fields[5].Split(' ');
        var mapping = parts.Where(p => p[0] != '<').Select(Hex).ToArray();
        compatibility[codePoint] = mapping;
        if (parts[0][0] != '<') canonical[codePoint] = mapping;
    }

    int[] Expand(int codePoint) =>
        compatibility.TryGetValue(codePoint, out var mapping) ? [.. mapping.SelectMany(Expand)] : [codePoint];

    var excluded = Lines("CompositionExclusions.txt").Select(l => Hex(l.Split('#')[0].Trim())).ToHashSet();
    // Singletons and mappings that begin with a mark never compose (UAX #15, full composition exclusion).
    var composed = canonical
        .Where(c => c.Value.Length == 2 && !excluded.Contains(c.Key)
            && !classes.ContainsKey(c.Key) && !classes.ContainsKey(c.Value[0]))
        .ToList();

    using var writer = Open("Normalization.bin");
    writer.Write7BitEncodedInt(classes.Count);
    var last = 0;
    foreach (var (codePoint, value) in classes)
    {
        writer.Write7BitEncodedInt(codePoint - last);
        writer.Write7BitEncodedInt(value);
        last = codePoint;
    }

    writer.Write7BitEncodedInt(compatibility.Count);
    last = 0;
    foreach (var codePoint in compatibility.Keys.Order())
    {
        var mapping = Expand(codePoint);
        writer.Write7BitEncodedInt(codePoint - last);
        writer.Write7BitEncodedInt(mapping.Length);
        foreach (var part in mapping) writer.Write7BitEncodedInt(part);
        last = codePoint;
    }

    writer.Write7BitEncodedInt(composed.Count);
    foreach (var (codePoint, pair) in composed)
    {
        writer.Write7BitEncodedInt(pair[0]);
        writer.Write7BitEncodedInt(pair[1]);
        writer.Write7BitEncodedInt(codePoint);
    }

    var ignorable = Lines("DerivedCoreProperties.txt")
        .Select(l => l.Split('#')[0].Split(';'))
        .Where(f => f.Length == 2 && f[1].Trim() == "Default_Ignorable_Code_Point")
        .Select(f => f[0].Trim().Split(".."))
        .Select(r => (First: Hex(r[0]), Last: Hex(r[^1])))
        .OrderBy(r => r.First)
        .ToList();
    writer.Write7BitEncodedInt(ignorable.Count);
    last = 0;
    foreach (var range in ignorable)
    {
        writer.Write7BitEncodedInt(range.First - last);
        writer.Write7BitEncodedInt(range.Last - range.First + 1);
        last = range.Last + 1;
    }
}

// count, (step, simplified code point, 1 when Unihan lists the character as its own simplified form too, else 0)...
// Targets from U+30000 on are left out: they are forms by analogy which no text is written in.
void WriteSimplified()
{
    var rows = SimplifiedForms();
    using var writer = Open("Simplified.bin");
    writer.Write7BitEncodedInt(rows.Count);
    var last = 0;
    foreach (var row in rows)
    {
        writer.Write7BitEncodedInt(row.From - last);
        writer.Write7BitEncodedInt(row.To);
        writer.Write7BitEncodedInt(row.Own ? 1 : 0);
        last = row.From;
    }
}

List<(int From, int To, bool Own)> SimplifiedForms() => Lines("Unihan_Variants.txt")
    .Select(l => l.Split('\t'))
    .Where(f => f.Length == 3 && f[1] == "kSimplifiedVariant")
    .Select(f => (From: Hex(f[0][2..]), To: f[2].Split(' ').Select(v => Hex(v.Split('<')[0][2..])).ToArray()))
    .Select(r => (r.From, To: r.To.FirstOrDefault(t => t != r.From && t < 0x30000), Own: r.To.Contains(r.From)))
    .Where(r => r.To != 0)
    .OrderBy(r => r.From)
    .ToList();

// count of syllables, syllables as strings; then ranges until one of length 0: (step from the end of the last range,
// length, length times a 16-bit index into the syllables, 0 = no reading, 1 = the first syllable).
void WritePinyin()
{
    var readings = new SortedDictionary<int, string>();
    string[] fields = ["kMandarin", "kTGHZ2013", "kHanyuPinyin"];
    foreach (var (field, character, reading) in fields.SelectMany(Readings))
    {
        // kMandarin is the customary reading; the others, from dictionaries, fill in what it does not have. Where the
        // mainland's standard dictionary (kTGHZ2013) does not know kMandarin's reading at all, the dictionary is right.
        if (!readings.TryGetValue(character, out var known)) readings[character] = reading[0];
        else if (field == "kTGHZ2013" && !reading.Contains(known)) readings[character] = reading[0];
    }

    // Where the customary reading is not the one of names and headlines.
    const string Overridden = "地 di 勒 le 佛 fo 拓 tuo 琢 zhuo 著 zhu 谁 shui 桔 ju 蕃 fan";
    foreach (var pair in Overridden.Split(' ').Chunk(2)) readings[char.ConvertToUtf32(pair[0], 0)] = pair[1];

    // A rare simplified form may lack the reading that its traditional form has.
    foreach (var form in SimplifiedForms())
        if (readings.TryGetValue(form.From, out var reading)) readings.TryAdd(form.To, reading);

    // Unihan gives interjections without a vowel; an address needs one that can be read.
    foreach (var codePoint in readings.Where(r => r.Value is "n" or "m" or "ng" or "hm" or "hng").Select(r => r.Key).ToList())
        readings[codePoint] = readings[codePoint] is "m" or "hm" ? "mu" : "en";

    var syllables = readings.Values.Distinct().Order(StringComparer.Ordinal).ToList();
    var index = syllables.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => (ushort)(p.i + 1));
    using var writer = Open("Pinyin.bin");
    writer.Write7BitEncodedInt(syllables.Count);
    foreach (var syllable in syllables) writer.Write(syllable);
    var points = readings.Keys.ToList();
    var end = 0;
    for (var i = 0; i < points.Count;)
    {
        // A gap of up to two characters is cheaper as zeros than as a new range.
        var j = i;
        while (j + 1 < points.Count && points[j + 1] - points[j] <= 3) j++;
        writer.Write7BitEncodedInt(points[i] - end);
        writer.Write7BitEncodedInt(points[j] - points[i] + 1);
        for (var c = points[i]; c <= points[j]; c++)
            writer.Write(readings.TryGetValue(c, out var reading) ? index[reading] : (ushort)0);
        end = points[j] + 1;
        i = j + 1;
    }

    writer.Write7BitEncodedInt(0);
    writer.Write7BitEncodedInt(0);
}

IEnumerable<(string Field, int Character, List<string> Readings)> Readings(string field) =>
    Lines("Unihan_Readings.txt").Select(l => l.Split('\t')).Where(f => f.Length == 3 && f[1] == field)
        .Select(f => (field, Hex(f[0][2..]),
            f[2].Split(' ').SelectMany(r => r.Split(':')[^1].Split(',')).Select(WithoutTone).ToList()));

static string WithoutTone(string reading)
{
    const string Accented = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿếềê";
    const string Plain = "aaaaeeeeiiiioooouuuuvvvvvnnnmeee";
    var text = new StringBuilder();
    foreach (var c in reading.ToLowerInvariant())
    {
        var at = Accented.IndexOf(c, StringComparison.Ordinal);
        var plain = at >= 0 ? Plain[at] : c;
        // A combining tone mark (over m or ê) falls away.
        if (plain is >= 'a' and <= 'z') text.Append(plain);
    }

    return text.ToString();
}

IEnumerable<string> Lines(string name)
{
    var plain = Path.Combine(source, name);
    using var reader = File.Exists(plain) ? new StreamReader(plain) : Unpacked(plain + ".bz2");
    while (reader.ReadLine() is { } line)
        if (line.Length > 0 && line[0] != '#') yield return line;
}

static StreamReader Unpacked(string path)
{
    var start = new ProcessStartInfo("bzip2") { RedirectStandardOutput = true };
    start.ArgumentList.Add("-dc");
    start.ArgumentList.Add(path);
    return Process.Start(start)!.StandardOutput;
}

BinaryWriter Open(string name) => new(File.Create(Path.Combine(target, name)));

static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

static string ThisFile([CallerFilePath] string path = "") => path;
