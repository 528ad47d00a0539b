using System.Globalization;
using CsCheck;
using NewsPortal.Core.Importing.StatedTimes;

namespace NewsPortal.Tests.Importing.StatedTimes;

public sealed class StatedTimeParserTests
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), null, null);

    [Theory]
    [InlineData("2023-07-07 17:20:57", "2023-07-07T17:20:57+08:00")]
    [InlineData("2023.07.07 17:20", "2023-07-07T17:20:00+08:00")]
    [InlineData("2023年7月7日 17:20", "2023-07-07T17:20:00+08:00")]
    [InlineData("2023年07月07日17时20分", "2023-07-07T17:20:00+08:00")]
    [InlineData("2023年07月07日17時20分57秒", "2023-07-07T17:20:57+08:00")]
    [InlineData("２０２３年７月７日　１７：２０", "2023-07-07T17:20:00+08:00")]
    [InlineData("2023-07-07 下午5:20", "2023-07-07T17:20:00+08:00")]
    [InlineData("2023-07-07 上午 12:05", "2023-07-07T00:05:00+08:00")]
    [InlineData("2023年7月7日 星期五 晚上8点半", "2023-07-07T20:30:00+08:00")]
    [InlineData("2023-07-0717:20:57", "2023-07-07T17:20:57+08:00")]
    [InlineData("20230707172057", "2023-07-07T17:20:57+08:00")]
    [InlineData("20230707T092057Z", "2023-07-07T09:20:57+00:00")]
    [InlineData("2023-07-07T17:20:57+08:00", "2023-07-07T17:20:57+08:00")]
    [InlineData("2023-07-07T09:20:57.5Z", "2023-07-07T09:20:57.5+00:00")]
    [InlineData("2023-07-07T17:20:57", "2023-07-07T17:20:57+08:00")]
    [InlineData("2024-05-03 15:47:42.389000+00:00", "2024-05-03T15:47:42.389+00:00")]
    [InlineData("Fri, 07 Jul 2023 17:20:57 +0800", "2023-07-07T17:20:57+08:00")]
    [InlineData("Fri, 07 Jul 2023 17:20:57 GMT", "2023-07-07T17:20:57+00:00")]
    [InlineData("Fri Jul 07 2023 17:20:57 GMT+0800", "2023-07-07T17:20:57+08:00")]
    [InlineData("July 7, 2023 5:20 PM EST", "2023-07-07T17:20:00-05:00")]
    [InlineData("5:20 p.m. EDT, Fri July 7, 2023", "2023-07-07T17:20:00-04:00")]
    [InlineData("7 July 2023 at 17:20", "2023-07-07T17:20:00+08:00")]
    [InlineData("1688721657", "2023-07-07T09:20:57+00:00")]
    [InlineData("1688721657000", "2023-07-07T09:20:57+00:00")]
    public void A_moment_is_read(string text, string expected)
    {
        var time = StatedTimeParser.Parse(text, China);

        Assert.NotNull(time);
        Assert.False(time.DateOnly);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), time.At);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).Offset, time.At.Offset);
    }

    [Theory]
    [InlineData("2023/7/7")]
    [InlineData("2023-07-07")]
    [InlineData("20230707")]
    [InlineData("2023年7月7日")]
    [InlineData("2023 年 7 月 7 日")]
    [InlineData("二〇二三年七月七日")]
    [InlineData("民國112年7月7日")]
    [InlineData("July 7, 2023")]
    [InlineData("Jul. 7th 2023")]
    [InlineData("7.7.2023")]
    public void A_day_alone_has_no_time(string text)
    {
        var time = StatedTimeParser.Parse(text, China);

        Assert.NotNull(time);
        Assert.True(time.DateOnly);
        Assert.Equal(new DateTimeOffset(2023, 7, 7, 0, 0, 0, TimeSpan.FromHours(8)), time.At);
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01")]
    [InlineData("2023-07-07 25:00")]
    [InlineData("1979-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("0123456789")]
    [InlineData("7/8/2023")]
    [InlineData("工业级消泡剂商品报价动态(2023-07-07)")]
    [InlineData("10:24")]
    [InlineData("")]
    public void What_is_no_date_is_not_read(string text) => Assert.Null(StatedTimeParser.Parse(text, China));

    [Fact]
    public void Only_a_stated_offset_is_not_an_assumption()
    {
        Assert.True(StatedTimeParser.Parse("2023-07-07 17:20", China)!.ZoneAssumed);
        Assert.False(StatedTimeParser.Parse("2023-07-07T17:20+08:00", China)!.ZoneAssumed);
    }

    [Theory]
    [InlineData("2023-07-07 17:20:57 | 来源:湖南日报", 0, 19)]
    [InlineData("发布时间：2022-02-06 13:48 来源：澎湃新闻", 5, 16)]
    [InlineData("工业级消泡剂商品报价动态(2023-07-07)", 13, 10)]
    public void The_first_date_in_a_line_is_found_with_its_clock(string line, int start, int length)
    {
        var match = StatedTimeParser.Find(line, China);

        Assert.NotNull(match);
        Assert.Equal((start, length), (match.Start, match.Length));
    }

    [Fact]
    public void No_text_makes_it_fail() =>
        Gen.String[Gen.Char["0123456789-/.:年月日时分 TZ+JulyPMam（２"], 0, 40].Sample(text =>
        {
            var match = StatedTimeParser.Find(text, China);
            _ = StatedTimeParser.Parse(text, China);
            return match is null || (match.Start >= 0 && match.End <= text.Length && match.Time.At.Year is >= 1980 and <= 2100);
        });

    [Fact]
    public void What_is_written_as_ISO_comes_back() =>
        Gen.DateTime[new DateTime(1981, 1, 1), new DateTime(2099, 12, 31)].Sample(at =>
        {
            var written = at.ToString("yyyy-MM-ddTHH:mm:ss'+08:00'", CultureInfo.InvariantCulture);
            return StatedTimeParser.Parse(written, China)!.At.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) == written;
        });
}
