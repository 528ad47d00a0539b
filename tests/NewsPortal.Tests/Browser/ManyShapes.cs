using System.Globalization;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Browser;

/// <summary>Articles of every shape: briefs of one sentence, dialogue, long texts, with pictures, tables, lists, headings and quotations. The same each time.</summary>
internal static class ManyShapes
{
    private static readonly string[] Who = ["船工", "园丁", "站长", "护士", "木匠", "馆员", "渔民", "老师", "邮差", "厨师", "气象员", "修表匠"];
    private static readonly string[] Where = ["渡口", "北坡", "老站台", "河心洲", "西市场", "灯塔下", "桥头", "苗圃", "旧仓库", "山门前", "堤岸", "钟楼"];
    private static readonly string[] Does = ["检查缆绳", "栽下柳树", "擦亮号牌", "量过水位", "修好长椅", "登记来客", "晾开渔网", "讲起往事", "分送信件", "煮了热汤", "记录云高", "调准时刻"];
    private static readonly string[] When = ["天刚亮时", "午饭过后", "雨停之后", "第一班车到前", "傍晚收工时", "雾散的时候", "月亮升起前", "开闸那天"];

    /// <summary>Writes them into a folder, with their pictures.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="count">How many.</param>
    public static void Write(TemporaryFolder folder, int count)
    {
        folder.Write("one.jpg", APicture.Jpeg(900, 600));
        folder.Write("two.png", APicture.Png(300, 420));
        for (var i = 0; i < count; i++)
        {
            var (path, text) = Article(i, new Random(i)).Under($"shape-{i}.md").ToFile();
            folder.Write(path, text);
        }
    }

    private static AnArticle Article(int i, Random chance)
    {
        var article = AnArticle.Called($"{Of(Where, chance)}的{Of(Who, chance)}{Of(Does, chance)} 第{i.ToString(CultureInfo.InvariantCulture)}号记事")
            .At($"2026-{(i % 10) + 1:00}-{(i % 27) + 1:00} {i % 24:00}:{i % 60:00}:00").With("slug", $"shape-{i}").Saying(Body(i % 10, chance));
        if (i % 2 == 0) article.With("source", Of(["清河日报", "北岸通讯社", "山城晚报"], chance));
        if (i % 3 == 0) article.With("byline", i % 2 == 0 ? "[李平, 王小河]" : "周远");
        if (i % 4 == 0) article.With("kicker", "渡口纪事").With("subheadline", Sentence(chance).TrimEnd('。'));
        if (i % 5 == 0) article.With("editor", "赵青").With("tags", "[渡口, 纪事, 清河]");
        if (i % 7 == 0) article.With("summary", Sentence(chance));
        return article;
    }

    private static string Body(int shape, Random chance) => shape switch
    {
        0 => Sentence(chance),
        1 => $"{Sentence(chance)}\n\n{Sentence(chance)}",
        2 => Paragraphs(14, 4, chance),
        3 => $"![一张照片](one.jpg \"{Sentence(chance).TrimEnd('。')}。李平 摄\")\n\n{Paragraphs(5, 3, chance)}\n\n![一幅画](two.png)\n\n{Paragraphs(2, 2, chance)}",
        4 => $"{Paragraphs(3, 2, chance)}\n\n| 地点 | 人 | 次数 |\n|---|---|---:|\n{string.Concat(Enumerable.Range(1, 6).Select(n => $"| {Of(Where, chance)} | {Of(Who, chance)} | {n * 17} |\n"))}\n{Paragraphs(2, 2, chance)}",
        5 => $"{Paragraphs(2, 2, chance)}\n\n{string.Concat(Enumerable.Range(0, 5).Select(_ => $"- {Sentence(chance)}\n"))}\n接下来的三步：\n\n{string.Concat(Enumerable.Range(1, 3).Select(n => $"{n}. {Sentence(chance)}\n"))}\n{Paragraphs(1, 3, chance)}",
        6 => $"{Paragraphs(2, 3, chance)}\n\n## {Of(Where, chance)}的早晨\n\n{Paragraphs(3, 3, chance)}\n\n> {Sentence(chance)}\n\n## {Of(Where, chance)}的夜\n\n{Paragraphs(3, 3, chance)}",
        7 => $"{Paragraphs(4, 3, chance)}\n\n他说，**明天再来**，也可以看[老地图](https://example.org/map)，或者写信到 A-7 号信箱。\n\n{Paragraphs(2, 2, chance)}",
        8 => string.Join("\n\n", Enumerable.Range(0, 24).Select(n => n % 2 == 0 ? $"“{Of(Where, chance)}还好吗？”" : $"“{Of(Who, chance)}{Of(Does, chance)}。”")),
        _ => Paragraphs(40, 5, chance),
    };

    private static string Paragraphs(int count, int sentences, Random chance) =>
        string.Join("\n\n", Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, sentences).Select(_ => Sentence(chance)))));

    private static string Sentence(Random chance) =>
        $"{Of(When, chance)}，{Of(Where, chance)}的{Of(Who, chance)}{Of(Does, chance)}，又到{Of(Where, chance)}{Of(Does, chance)}，前后用了{chance.Next(3, 90).ToString(CultureInfo.InvariantCulture)}分钟。";

    private static string Of(string[] some, Random chance) => some[chance.Next(some.Length)];
}
