using System.Xml;
using NewsPortal.Core.Importing.Ledgers;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>The fields of a post's record, with their places in its text.</summary>
internal sealed class WxrRecord
{
    private readonly string text;
    private readonly List<Field> fields = [];

    private WxrRecord(string text) => this.text = text;

    /// <summary>A field as it stands.</summary>
    /// <param name="Name">Its name, as WordPress writes it.</param>
    /// <param name="Domain">Of a category: which kind it is.</param>
    /// <param name="Nicename">Of a category: its slug.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Start">Where its tag begins, in UTF-16 units.</param>
    public sealed record Field(string Name, string? Domain, string? Nicename, string Text, int Start);

    public IReadOnlyList<Field> Fields => fields;

    /// <summary>The first field of a name that is not blank; null where there is none.</summary>
    public string? this[string name] => fields.Find(field => field.Name == name && !string.IsNullOrWhiteSpace(field.Text))?.Text.Trim();

    /// <summary>Reads a record.</summary>
    /// <exception cref="RejectedInputException">It is not the XML of one item.</exception>
    public static WxrRecord Read(string text)
    {
        var record = new WxrRecord(text);
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1)) starts.Add(i + 1);
        try
        {
            using var cursor = new WxrCursor(text);
            while (cursor.Next() && !cursor.IsElement)
            {
            }

            foreach (var name in cursor.ChildNames())
            {
                var start = starts[cursor.Line - 1] + cursor.Column - 2;
                var (domain, nicename) = (cursor.Attribute("domain"), cursor.Attribute("nicename"));
                record.fields.Add(new Field(name, domain, nicename, cursor.Text(int.MaxValue, out _), start));
            }
        }
        catch (XmlException error)
        {
            throw new RejectedInputException($"the post is not XML: {WxrCursor.Reason(error)}");
        }

        return record;
    }

    /// <summary>Says of every field what it became; what stands round it goes with it.</summary>
    /// <param name="fate">What a field became.</param>
    public List<LedgerEntry> Ledger(Func<Field, (Fate Fate, string? As, string Reason)> fate)
    {
        var ledger = new LedgerBuilder(text);
        ledger.Add(0, text.Length, Fate.Dropped, null, "XML of the item");
        for (var i = 0; i < fields.Count; i++)
        {
            var end = i + 1 < fields.Count ? fields[i + 1].Start : text.Length;
            var (kind, name, reason) = fate(fields[i]);
            ledger.Add(fields[i].Start, end - fields[i].Start, kind, name, reason);
        }

        return ledger.Build();
    }
}
