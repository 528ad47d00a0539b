using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>Chinese text as a browser lays it out, against the W3C's requirements for Chinese text layout (CLREQ).</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class TypographyTests(SampleSite sample)
{
    private const int Longest = 14;

    // The lines of all paragraphs of the body, as they are painted: characters of one height stand on one line.
    private const string RenderedLines = """
        () => [...document.querySelectorAll('.article-body > p')].flatMap(p => {
          const lines = []; let top = null;
          const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
          for (let node; node = walk.nextNode();) {
            for (let i = 0; i < node.data.length; i++) {
              const range = document.createRange(); range.setStart(node, i); range.setEnd(node, i + 1);
              const box = [...range.getClientRects()].at(-1);
              if (!box || (box.width === 0 && /\s/.test(node.data[i]))) continue;
              if (top === null || box.top > top + box.height / 2) { lines.push(''); top = box.top; }
              lines[lines.length - 1] += node.data[i];
            }
          }
          return lines;
        })
        """;

    [BrowserFact]
    public async Task Z4_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one_and_no_dash_or_ellipsis_is_parted()
    {
        var (faults, count) = (new List<string>(), 0);
        foreach (var width in (int[])[320, 360, 412, 768, 1280])
        {
            var page = await sample.OpenAsync(width);
            foreach (var path in (await sample.ArticlesAsync()).Take(Longest))
            {
                await page.GotoAsync(sample.Site.Address + path);
                var lines = await page.EvaluateAsync<string[]>(RenderedLines);
                count += lines.Length;
                faults.AddRange(lines.Where(line => "。，、；：？！」』）》】〉”’·％".Contains(line.TrimStart()[..1], StringComparison.Ordinal)).Select(line => $"{width} {path}: begins {line}"));
                faults.AddRange(lines.Where(line => "「『（《【〈“‘".Contains(line.TrimEnd()[^1..], StringComparison.Ordinal)).Select(line => $"{width} {path}: ends {line}"));
                faults.AddRange(lines.Where(line => line[0] == '…' || (line.TrimEnd()[^1] == '—' && !line.TrimEnd().EndsWith("——", StringComparison.Ordinal))).Select(line => $"{width} {path}: parted {line}"));
            }

            await page.CloseAsync();
        }

        Assert.True(count > 1000, $"only {count} lines were laid out");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [BrowserFact]
    public async Task Z1_every_paragraph_is_indented_by_two_characters_by_style_alone()
    {
        var page = await sample.OpenAsync(412);
        foreach (var path in (await sample.ArticlesAsync()).Take(Longest))
        {
            await page.GotoAsync(sample.Site.Address + path);
            var indents = await page.EvaluateAsync<float[]>("() => [...document.querySelectorAll('.article-body > p')].map(p => parseFloat(getComputedStyle(p).textIndent) / parseFloat(getComputedStyle(p).fontSize))");
            Assert.All(indents, indent => Assert.Equal(2, indent, 2));
        }

        await using var db = sample.Site.Store.CreateContext();
        foreach (var text in await db.Articles.Visible().Select(a => a.Body!.Text).ToListAsync())
        {
            Assert.DoesNotContain(text.Split('\n'), line => line.StartsWith('\u3000') || line.StartsWith('\u2003'));
        }
    }

    [BrowserFact]
    public async Task Z2_and_Z3_lines_stand_apart_and_hold_thirty_to_forty_two_whole_characters_where_the_screen_has_room()
    {
        foreach (var width in (int[])[768, 1080, 1280, 1920])
        {
            var page = await sample.OpenAsync(width);
            await page.GotoAsync(sample.Site.Address + (await sample.ArticlesAsync())[0]);
            var style = await page.EvaluateAsync<float[]>("() => { const p = document.querySelector('.article-body > p'), s = getComputedStyle(p), size = parseFloat(s.fontSize); return [parseFloat(s.lineHeight) / size, p.clientWidth / size]; }");
            Assert.InRange(style[0], 1.75, 1.9);
            Assert.InRange(style[1], 30, 42);
            await page.CloseAsync();
        }
    }

    [BrowserFact]
    public async Task Z5_to_Z9_spacing_trimming_emphasis_and_alignment_are_left_to_the_browsers_rules_for_chinese()
    {
        var page = await sample.OpenAsync(1280);
        await page.GotoAsync(sample.Site.Address + (await sample.ArticlesAsync())[0]);
        var style = await page.EvaluateAsync<Dictionary<string, string>>("""
            () => {
              const body = document.querySelector('.article-body'), of = e => getComputedStyle(e);
              body.insertAdjacentHTML('beforeend', '<p id="probe">字<em>强调</em><code>a字b</code></p>');
              const p = of(document.querySelector('.article-body > p'));
              return { space: p.textAutospace, code: of(document.querySelector('#probe code')).textAutospace, trim: p.textSpacingTrim, hang: p.hangingPunctuation || 'none',
                em: of(document.querySelector('#probe em')).fontStyle, dots: of(document.querySelector('#probe em')).textEmphasisStyle, align: p.textAlign };
            }
            """);
        Assert.Equal("normal", style["space"]);
        Assert.Equal("no-autospace", style["code"]);
        Assert.Equal("trim-start", style["trim"]);
        Assert.Equal("none", style["hang"]);
        Assert.Equal("normal", style["em"]);
        Assert.Contains("dot", style["dots"], StringComparison.Ordinal);
        Assert.Equal("start", style["align"]);
    }

    [BrowserFact]
    public async Task Z5_a_gap_stands_between_han_and_latin_although_the_text_has_no_blank_there()
    {
        var page = await sample.OpenAsync(1280);
        await page.GotoAsync(sample.Site.Address + (await sample.ArticlesAsync())[0]);
        var widths = await page.EvaluateAsync<float[]>("""
            () => ['汉ABC字', '汉字ABC', '汉字'].map(text => {
              document.querySelector('.article-body').insertAdjacentHTML('beforeend', '<p class="probe" style=""><span>' + text + '</span></p>');
              return [...document.querySelectorAll('.probe span')].at(-1).getBoundingClientRect().width;
            })
            """);
        Assert.True(widths[0] > widths[1] + 1, string.Create(CultureInfo.InvariantCulture, $"two gaps are {widths[0]} wide, one is {widths[1]}"));
    }

    [BrowserFact]
    public async Task Z10_no_page_asks_for_a_font_and_what_is_copied_is_what_is_stored()
    {
        var page = await sample.OpenAsync(1280);
        var fonts = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.ResourceType == "font") fonts.Add(request.Url);
        };
        foreach (var path in (await sample.ArticlesAsync()).Take(Longest))
        {
            await page.GotoAsync(sample.Site.Address + path);
            var copied = await page.EvaluateAsync<string>("() => { getSelection().selectAllChildren(document.querySelector('.article-body')); return getSelection().toString(); }");
            await using var db = sample.Site.Store.CreateContext();
            var slug = path[12..];
            var stored = (await db.Articles.Visible().Where(a => a.Slug == slug).Select(a => a.Body!.Text).ToListAsync()).ConvertAll(Letters);
            Assert.Contains(Letters(copied), stored);
        }

        Assert.Empty(fonts);

        static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }
}
