using NewsPortal.Core.Importing;
using NewsPortal.Core.Markup;
using NewsPortal.Tests.Importing;

namespace NewsPortal.Tests.Outside;

/// <summary>A hostile text in every way that it can reach a reader: whole through the renderer, and inside a file through the importer.</summary>
/// <param name="Way">How it came.</param>
/// <param name="Html">The body for readers.</param>
/// <param name="Pictures">Its pictures, none of which this site has.</param>
internal sealed record HostileBodies(string Way, SafeHtml Html, IReadOnlyList<ExtractedPicture> Pictures)
{
    public const string Before = "渡口今天重新开航，第一班船坐了四十个人，船长说：“水位正好，风也不大。”";
    public const string After = "傍晚最后一班船回到码头，船员们把缆绳收好，明天早上六点再出发。";

    /// <summary>Shapes of our own, tried where no outside ones are at hand.</summary>
    public static string[] Own { get; } =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href=javascript:alert(1)>字</a>", "<svg/onload=alert(1)>",
        "<a href=\"java&#9;script:alert(1)\">字</a>", "<a href=\"&#x6A;avascript&colon;alert(1)\">字</a>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<math><mtext><table><mglyph><style><img src onerror=alert(1)></style>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">字</p></noscript>",
        "<form action=javascript:alert(1)><button>字</button></form>", "<button formaction=javascript:alert(1) onclick=alert(1)>字</button>", "<base href=//evil.example/>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<p style='background:url(javascript:alert(1))' onpointerover=alert(1)>字</p>",
        "<img name=body><a id=location name=cookie href=//evil.example>字</a>", "\" onmouseover=\"alert(1)", "]]><script>alert(1)</script>", "<!--><img src=x onerror=alert(1)>-->",
        "[字](javascript:alert(1))", "![字](data:text/html,<script>alert(1)</script>)", "<javascript:alert(1)>", "[字]\n\n[字]: vbscript:alert(1)",
        "[字](https://a.example/\"onclick=\"alert(1))", "![\"><img src=x onerror=alert(1)>](a.png)", "|a|\n|-|\n|<img src=x onerror=alert(1)>|", "```\"><script>alert(1)</script>\nx\n```",
        "字[^1]\n\n[^1]: <details open ontoggle=alert(1)>字</details>", "<template><script>alert(1)</script></template><plaintext><img src=x onerror=alert(1)>",
    ];

    /// <summary>Every body that a text can become.</summary>
    public static IEnumerable<HostileBodies> Of(string input)
    {
        if (Rendered("markup", () => BodyRenderer.FromHtml(input)) is { } markup) yield return markup;
        if (Rendered("Markdown", () => BodyRenderer.FromMarkdown(input)) is { } markdown) yield return markdown;
        if (Read($"<title>渡口</title><h1>渡口重新开航</h1><article><p>{Before}</p>{input}<p>{After}</p></article>", ".html") is { } page) yield return page;
        if (Read($"# 渡口重新开航\n\n{Before}\n\n{input}\n\n{After}\n", ".md") is { } file) yield return file;
        if (Read(AsText(input), ".txt") is { } text) yield return text;
    }

    /// <summary>A plain-text file that holds a text between two paragraphs.</summary>
    public static string AsText(string input) => $"渡口重新开航\n\n{Before}\n\n{input}\n\n{After}\n";

    /// <summary>As it stands in a page that has a picture for every placeholder.</summary>
    public string Shown() => PicturePlaceholders.Fill(Html, i => SafeText.Image("/none.png", 8, 8, Pictures[i].Alt ?? string.Empty, eager: true)).Value;

    private static HostileBodies? Rendered(string way, Func<RenderedBody> render)
    {
        try
        {
            var body = render();
            return new HostileBodies(way, body.Html, body.Pictures);
        }
        catch (RejectedInputException)
        {
            return null;
        }
    }

    private static HostileBodies? Read(string text, string extension)
    {
        var extraction = Extracted.Try(text, extension);
        Assert.True(extraction.Article is not null || extraction.Error is { Length: > 10 });
        return extraction.Article is { } article ? new HostileBodies(extension, article.Body, article.Pictures) : null;
    }
}
