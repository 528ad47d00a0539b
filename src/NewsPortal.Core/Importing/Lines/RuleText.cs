using System.Buffers;
using System.Collections.Frozen;
using NewsPortal.Core.Importing.StatedTimes;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>
/// A line in the spelling that the word rules are written in: narrow characters, and the traditional forms that labels use
/// made simplified. One character becomes one character, so that positions stay those of the line.
/// </summary>
internal static class RuleText
{
    private const string Traditional = "來發佈時間責輯編記標題籤關鍵詞報導圖攝資聞網點擊閱讀瀏覽評論電訊員譯專權聲對審監製華熱門薦鏈結連動態頁條則話說見習約執筆幟號選無體後載當個這為臺錄據給還歡為";

    private const string Simplified = "来发布时间责辑编记标题签关键词报导图摄资闻网点击阅读浏览评论电讯员译专权声对审监制华热门荐链结连动态页条则话说见习约执笔帜号选无体后载当个这为台录据给还欢为";

    private static readonly FrozenDictionary<char, char> Forms =
        Traditional.Zip(Simplified).DistinctBy(pair => pair.First).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    private static readonly SearchValues<char> TraditionalForms = SearchValues.Create(Traditional);

    public static string Of(string line)
    {
        var narrow = NarrowText.Of(line);
        return narrow.AsSpan().ContainsAny(TraditionalForms)
            ? string.Create(narrow.Length, narrow, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = Forms.GetValueOrDefault(source[i], source[i]);
                }
            })
            : narrow;
    }
}
