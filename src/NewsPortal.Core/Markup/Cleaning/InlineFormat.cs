namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>
/// The inline elements that a run of text stands in, innermost first. Each kind occurs at most once, so nesting is
/// bounded however deep the input nests.
/// </summary>
internal sealed class InlineFormat
{
    private InlineFormat(string tag, string? href, InlineFormat? outer)
    {
        Tag = tag;
        Href = href;
        Outer = outer;
    }

    public string Tag { get; }

    /// <summary>The address of an <c>a</c>; null for every other element.</summary>
    public string? Href { get; }

    public InlineFormat? Outer { get; }

    public static InlineFormat? Add(InlineFormat? outer, string tag, string? href = null) =>
        Has(outer, tag) ? outer : new InlineFormat(tag, href, outer);

    public static bool Has(InlineFormat? format, string tag)
    {
        for (; format is not null; format = format.Outer)
            if (format.Tag == tag) return true;
        return false;
    }

    /// <summary>Outermost first.</summary>
    public static IReadOnlyList<InlineFormat> Chain(InlineFormat? format)
    {
        if (format is null) return [];
        var chain = new List<InlineFormat>();
        for (; format is not null; format = format.Outer) chain.Add(format);
        chain.Reverse();
        return chain;
    }

    /// <summary>The elements that both stand in, from the outermost on.</summary>
    public static InlineFormat? Common(InlineFormat? left, InlineFormat? right)
    {
        if (ReferenceEquals(left, right)) return left;
        var a = Chain(left);
        var b = Chain(right);
        var shared = SharedCount(a, b);
        return shared == 0 ? null : a[shared - 1];
    }

    public static int SharedCount(IReadOnlyList<InlineFormat> a, IReadOnlyList<InlineFormat> b)
    {
        var count = 0;
        while (count < a.Count && count < b.Count && a[count].Tag == b[count].Tag && a[count].Href == b[count].Href) count++;
        return count;
    }

    public static bool Same(InlineFormat? left, InlineFormat? right)
    {
        if (ReferenceEquals(left, right)) return true;
        for (; left is not null && right is not null; left = left.Outer, right = right.Outer)
        {
            if (left.Tag != right.Tag || left.Href != right.Href) return false;
        }

        return left is null && right is null;
    }
}

/// <summary>A run of text in one format.</summary>
/// <param name="Text">The text; a line end stands for <c>br</c>.</param>
/// <param name="Format">The elements that it stands in; null for none.</param>
internal sealed record InlinePiece(string Text, InlineFormat? Format = null);
