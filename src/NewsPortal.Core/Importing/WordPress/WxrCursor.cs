using System.Text;
using System.Xml;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>Reads XML from outside: what a document type declares is not known, no other file, no address, and of a long text only as much as is wanted.</summary>
internal sealed class WxrCursor : IDisposable
{
    private readonly XmlReader reader;
    private readonly WxrStream? stream;

    /// <summary>Begins to read an export; the stream is closed with the cursor.</summary>
    public WxrCursor(WxrStream stream)
    {
        this.stream = stream;
        reader = XmlReader.Create(stream, Settings);
    }

    /// <summary>Begins to read the record of a post.</summary>
    public WxrCursor(string record) => reader = XmlReader.Create(new StringReader(record), Settings);

    /// <summary>Elements within elements. An export has five.</summary>
    public const int DeepestNesting = 64;

    private static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    public int Depth => reader.Depth;

    public bool IsElement => reader.NodeType == XmlNodeType.Element;

    public bool IsEmpty => reader.IsEmptyElement;

    /// <summary>The name of the element, as WordPress writes it.</summary>
    public string Name => WxrNames.Of(reader);

    /// <summary>The line in the file, counted from 1.</summary>
    public int Line => Place.LineNumber + (stream?.LinesAbove ?? 0);

    /// <summary>The column of the element's name in the line, counted from 1.</summary>
    public int Column => Place.LinePosition;

    private IXmlLineInfo Place => (IXmlLineInfo)reader;

    /// <summary>The value of an attribute; null where there is none.</summary>
    public string? Attribute(string name) => reader.GetAttribute(name);

    /// <summary>Goes on to the next node.</summary>
    /// <exception cref="XmlException">It is malformed, or nested too deeply.</exception>
    public bool Next()
    {
        stream?.Forget();
        if (!reader.Read()) return false;
        if (reader.Depth <= DeepestNesting) return true;
        throw new XmlException($"more than {DeepestNesting} elements stand open", null, Place.LineNumber, Place.LinePosition);
    }

    /// <summary>The text of the element that the cursor stands on; it is left on the element's end.</summary>
    /// <param name="longest">Characters that are kept; what comes beyond is read and forgotten.</param>
    /// <param name="cut">True where there were more.</param>
    public string Text(int longest, out bool cut)
    {
        cut = false;
        if (IsEmpty) return string.Empty;
        var text = new StringBuilder();
        var buffer = new char[4096];
        var depth = Depth;
        while (Next() && Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            for (var read = Chunk(buffer); read > 0; read = Chunk(buffer))
            {
                cut |= text.Length + read > longest;
                if (!cut) text.Append(buffer, 0, read);
            }
        }

        return text.ToString();
    }

    /// <summary>The text of each child of the element that the cursor stands on, by name; of two of one name the first.</summary>
    /// <param name="longest">Characters that are kept of each.</param>
    public Dictionary<string, string> Children(int longest)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in ChildNames()) found.TryAdd(name, Text(longest, out _));
        return found;
    }

    /// <summary>Stands on each child of the element in turn.</summary>
    public IEnumerable<string> ChildNames()
    {
        if (IsEmpty) yield break;
        var depth = Depth;
        while (Next() && Depth > depth)
            if (IsElement && Depth == depth + 1) yield return Name;
    }

    /// <summary>The line that an error is about, counted as in the file.</summary>
    public int LineOf(XmlException error) => (error.LineNumber > 0 ? error.LineNumber : Math.Max(1, Place.LineNumber)) + (stream?.LinesAbove ?? 0);

    /// <summary>Why XML could not be read, without the place, which is told beside it.</summary>
    public static string Reason(XmlException error)
    {
        var end = error.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return (end < 0 ? error.Message : error.Message[..end]).TrimEnd('.');
    }

    public void Dispose() => reader.Dispose();

    private int Chunk(char[] buffer)
    {
        stream?.Forget();
        return reader.ReadValueChunk(buffer, 0, buffer.Length);
    }
}
