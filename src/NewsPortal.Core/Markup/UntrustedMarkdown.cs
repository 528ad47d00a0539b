using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Syntax;
using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup;

/// <summary>Parses Markdown from outside, within limits. What it makes of it is not yet safe: only <see cref="BodyRenderer"/> makes it so.</summary>
internal static class UntrustedMarkdown
{
    // Named one by one: the set called "advanced" brings generic attributes, by which Markdown writes onclick.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseCjkFriendlyEmphasis()
        .UseAutoLinks(new AutoLinkOptions { ValidPreviousCharacters = "*_~( ，。：；、（“" })
        .Build();

    public static MarkdownDocument Parse(string markdown)
    {
        MarkdownLimits.Check(markdown);
        return Guard(() => Markdown.Parse(markdown, Pipeline));
    }

    public static string ToHtml(MarkdownObject part) => Guard(() =>
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.Render(part);
        return html.ToString();
    });

    // Markdig counts its own depth and gives up by this exception.
    private static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException error) when (error.Message.Contains("depth", StringComparison.OrdinalIgnoreCase))
        {
            throw new RejectedInputException("the Markdown is too deeply nested: simplify it and import it again");
        }
    }
}
