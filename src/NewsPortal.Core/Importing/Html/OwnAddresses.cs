using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsPortal.Core.Importing.Variants;

namespace NewsPortal.Core.Importing.Html;

/// <summary>Under which addresses a page may have stood: those that its head states, the one it was saved from, its file's name.</summary>
internal sealed partial class OwnAddresses
{
    private readonly List<string> _all;

    private OwnAddresses(List<string> all, bool isStated)
    {
        _all = all;
        IsStated = isStated;
        Pages = [.. all.Select(PageAddress.Of).OfType<PageAddress>()];
    }

    /// <summary>True where the page itself states one, so that its file's name is not the only one.</summary>
    public bool IsStated { get; }

    /// <summary>The same, each with its page number taken off; the file's own name comes last.</summary>
    public IReadOnlyList<PageAddress> Pages { get; }

    /// <summary>Gathers them.</summary>
    /// <param name="document">The page.</param>
    /// <param name="metadata">Its head.</param>
    /// <param name="file">Its file.</param>
    public static OwnAddresses Of(IDocument document, PageMetadata metadata, SourceFile file)
    {
        // Browsers and tools note in a comment above the page where they saved it from.
        var saved = document.ChildNodes.Concat(document.DocumentElement.ChildNodes.Take(3)).OfType<IComment>()
            .Select(c => SavedFrom().Match(c.Data)).FirstOrDefault(m => m.Success)?.Groups[1].Value;
        var stated = new[] { saved, metadata.Canonical, metadata.First("og:url"), metadata.Json.Url }.OfType<string>().ToList();
        return new([.. stated, file.RelativePath], stated.Count > 0);
    }

    /// <summary>Which form of the article's page it is, by what it says itself.</summary>
    /// <param name="document">The page.</param>
    public PageVariant VariantOf(IDocument document)
    {
        var root = document.DocumentElement;
        if (root.HasAttribute("amp") || root.HasAttribute("⚡"))
        {
            return PageVariant.Amp;
        }

        var says = _all.Exists(a => PrintAddress().IsMatch(a)) || (document.Title is { } title && PrintTitle().IsMatch(title))
            || (document.Body is { } body && ((body.GetAttribute("onload") is { } onload && PrintCall().IsMatch(onload)) || PrintName().IsMatch($"{body.ClassName} {body.Id} {root.ClassName}")));
        return says ? PageVariant.Print : PageVariant.None;
    }

    [GeneratedRegex(@"(?:saved from url=\(\d{1,5}\)|^\s{0,20}(?:Page saved with SingleFile\s{1,20})?url:\s{0,5})(https?://[^\s<>""]{1,1000})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SavedFrom();

    [GeneratedRegex(@"(?:^|[/_.?&=-])(?:print|printpage|printable|printversion|printview|printarticle|dayin)(?:$|[/_.?&=-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PrintAddress();

    [GeneratedRegex(@"打印(?:本文|本页|页面|预览|版|文章)|^打印[:：\s-]|printer[\s-]friendly|print\s(?:version|view|preview)|^print\s?[:|-]|druckversion|druckansicht|version\simprimable|versión\spara\simprimir", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PrintTitle();

    [GeneratedRegex(@"\bprint\s{0,3}\(", RegexOptions.CultureInvariant)]
    private static partial Regex PrintCall();

    [GeneratedRegex(@"(?:^|\s)(?:print|printpage|print-page|print-version|printversion|printable|printer-friendly|print-view|page-print)(?:$|\s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PrintName();
}
