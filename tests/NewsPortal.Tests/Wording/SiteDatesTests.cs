using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Wording;

namespace NewsPortal.Tests.Wording;

public sealed class SiteDatesTests
{
    private static readonly TimeZoneInfo China = SiteZone.Find("Asia/Shanghai");

    [Theory]
    [InlineData("zh-Hans", "2023年7月2日", "7月2日", "07-02", "星期日", "7月2日 星期日", "2023年7月", "2023年")]
    [InlineData("zh-Hant", "2023年7月2日", "7月2日", "07-02", "星期日", "7月2日 星期日", "2023年7月", "2023年")]
    [InlineData("en", "2 July 2023", "2 July", "2 Jul", "Sunday", "Sunday, 2 July", "July 2023", "2023")]
    public void A_day_is_written_as_its_readers_write_it(string language, params string[] expected)
    {
        var dates = Words.In(language).Dates;
        var day = new DateOnly(2023, 7, 2);
        string[] written =
            [dates.Day(day), dates.ShortDay(day), dates.NarrowDay(day), dates.Weekday(day), dates.DayInMonth(day), dates.Month(day), dates.Year(day)];
        Assert.Equal(expected, written);
    }

    [Fact]
    public void The_name_plate_has_the_weekday_where_its_readers_expect_it()
    {
        var day = new DateOnly(2023, 7, 2);
        Assert.Equal("2023年7月2日 星期日", string.Join(' ', Words.In("zh-Hant").Dates.FullDay(day)));
        Assert.Equal("Sunday 2 July 2023", string.Join(' ', Words.In("en").Dates.FullDay(day)));
    }

    [Theory]
    [InlineData("zh-Hans", "2023年7月8日 01:20", "2023年7月8日")]
    [InlineData("zh-Hant", "2023年7月8日 01:20", "2023年7月8日")]
    [InlineData("en", "8 July 2023, 01:20", "8 July 2023")]
    public void A_moment_is_shown_in_the_sites_zone_and_a_day_without_a_time(string language, string moment, string day)
    {
        var article = new Article { PublishedUtc = new DateTime(2023, 7, 7, 17, 20, 57, DateTimeKind.Utc) };
        Assert.Equal(moment, Words.In(language).Dates.Published(article, China));
        article.PublishedDateOnly = true;
        Assert.Equal(day, Words.In(language).Dates.Published(article, China));
    }
}
