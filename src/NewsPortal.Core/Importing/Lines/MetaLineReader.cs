using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.StatedTimes;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Cuts a line of metadata at its labels, times and separators.</summary>
internal sealed partial class MetaLineReader
{
    private static readonly (string Group, MetaFieldKind Kind)[] Kinds =
    [
        ("rev", MetaFieldKind.Revised), ("tim", MetaFieldKind.Published), ("src", MetaFieldKind.Source),
        ("edi", MetaFieldKind.Editor), ("aut", MetaFieldKind.Author), ("tag", MetaFieldKind.Tags),
        ("ori", MetaFieldKind.OriginalTitle), ("hed", MetaFieldKind.Headline), ("kic", MetaFieldKind.Kicker),
        ("sub", MetaFieldKind.Subheadline), ("sum", MetaFieldKind.Summary), ("oth", MetaFieldKind.Other),
    ];

    private readonly string line;
    private readonly string text;
    private readonly List<Match> labels;
    private readonly List<StatedTimeMatch> times;
    private readonly bool[] taken;

    public MetaLineReader(string line, string text, List<Match> labels, List<StatedTimeMatch> times)
    {
        this.line = line;
        this.text = text;
        this.labels = labels;
        this.times = times;
        taken = new bool[line.Length];
    }

    /// <summary>Weight of the words that no label, value or time accounts for.</summary>
    public int LooseWeight { get; private set; }

    /// <summary>True where the label before a time says that it is that of a revision.</summary>
    public bool IsRevision(StatedTimeMatch time)
    {
        var label = labels.FindLast(l => l.Index + l.Length <= time.Start);
        return label is not null && label.Groups["rev"].Success && text[(label.Index + label.Length)..time.Start].Trim().Length == 0;
    }

    public List<MetaField> Fields()
    {
        var fields = new List<MetaField>();
        foreach (var time in times)
        {
            Take(time.Start, time.Length);
            fields.Add(new(IsRevision(time) ? MetaFieldKind.Revised : MetaFieldKind.Published, line.Substring(time.Start, time.Length), time.Start, time.Length, false));
        }

        for (var i = 0; i < labels.Count; i++)
        {
            if (Labelled(i) is { } field)
            {
                fields.Add(field);
            }
        }

        fields.AddRange(Loose(fields));
        fields.Sort((a, b) => a.Start.CompareTo(b.Start));
        return fields;
    }

    private MetaField? Labelled(int index)
    {
        var label = labels[index];
        var kind = Array.Find(Kinds, k => label.Groups[k.Group].Success).Kind;
        var start = label.Index + label.Length;
        var end = index + 1 < labels.Count ? labels[index + 1].Index : line.Length;
        end = times.Where(t => t.Start >= start && t.Start < end).Select(t => t.Start).DefaultIfEmpty(end).Min();
        Take(label.Index, label.Length);
        if (kind is MetaFieldKind.Published or MetaFieldKind.Revised)
        {
            // A time that cannot be read is still no text of the article.
            return times.Count > 0 || index > 0 ? null : new(MetaFieldKind.Other, string.Empty, label.Index, label.Length, true);
        }

        end = start + ValueLength(text.AsSpan(start, Math.Max(0, end - start)), kind);
        Take(start, end - start);
        var raw = line[start..end];
        var value = kind == MetaFieldKind.Source ? Outlet.Clean(raw) : raw.Trim().Trim("()（）[]【】|｜ \u3000".ToCharArray()).Trim();
        var offset = raw.Length - raw.TrimStart().Length;
        return value.Length == 0 && kind != MetaFieldKind.Other ? null : new(kind, value, start + offset, Math.Max(0, end - start - offset), true);
    }

    // A source is one name; other values may hold white space, but a bar or a wide gap ends every value.
    private static int ValueLength(ReadOnlySpan<char> value, MetaFieldKind kind)
    {
        var lead = value.Length - value.TrimStart().Length;
        for (var i = lead; i < value.Length; i++)
        {
            var ends = value[i] is '|' or '丨' || (value[i] is '【' && i > lead) || (value[i] == ' ' && kind switch
            {
                MetaFieldKind.Source => i + 1 < value.Length && (value[i + 1] == ' ' || LineShape.IsHan(value[i + 1]) || char.IsDigit(value[i + 1])),
                MetaFieldKind.Other => true,
                _ => false,
            });
            if (ends && i > lead)
            {
                return i;
            }
        }

        return value.Length;
    }

    private IEnumerable<MetaField> Loose(List<MetaField> known)
    {
        var hasSource = known.Exists(f => f.Field == MetaFieldKind.Source);
        var hasAuthor = known.Exists(f => f.Field == MetaFieldKind.Author);
        var isOriginal = text.Contains("原创", StringComparison.Ordinal);
        var found = new List<MetaField>();
        foreach (Match word in Words().Matches(text))
        {
            if (Enumerable.Range(word.Index, word.Length).Any(i => taken[i]) || ToolLine.IsTool(word.Value))
            {
                continue;
            }

            var raw = line.Substring(word.Index, word.Length);
            var name = Outlet.Clean(raw);
            LooseWeight += LineShape.Weight(name);
            if (name.Length < 2 || name.Length > 16 || Filler().IsMatch(word.Value))
            {
                continue;
            }

            if (PersonNames.IsChineseName(name) || (isOriginal && !hasSource && !Outlet.IsOne(name)))
            {
                found.Add(new(MetaFieldKind.Author, name, word.Index, word.Length, false));
            }
            else if (LineShape.IsHan(name[0]) && (Outlet.IsOne(name) || LineShape.Weight(name) >= 4))
            {
                found.Add(new(MetaFieldKind.Source, name, word.Index, word.Length, false));
            }
        }

        // Without a time beside them loose words are just words.
        return times.Count == 0 ? [] : found.Where(f => f.Field == MetaFieldKind.Source ? !hasSource : !hasAuthor).DistinctBy(f => (f.Field, f.Field == MetaFieldKind.Source ? "" : f.Value));
    }

    private void Take(int start, int length) => Array.Fill(taken, true, start, Math.Min(length, taken.Length - start));

    [GeneratedRegex(@"[^\s|丨\[\]【】()（）,，;；·•:：]{1,60}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:发表于|发布于|发自|来自|IP属地).{0,12}$|^\d|^(?:优质|原创|热|精|置顶|推荐|作者)", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();
}
