using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;

namespace NewsPortal.Tests.Reading;

public sealed class ArticleTimesTests
{
    private static readonly TimeZoneInfo China = SiteZone.Find("Asia/Shanghai");

    [Fact]
    public void A_moment_is_stated_in_the_sites_zone()
    {
        var utc = new DateTime(2023, 7, 7, 17, 20, 57, DateTimeKind.Utc);
        Assert.Equal("2023-07-08T01:20:57+08:00", ArticleTimes.Moment(utc, China));
        Assert.Equal("2023-07-07T17:20:57+00:00", ArticleTimes.Moment(utc, TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_revised_day_keeps_its_day_and_states_the_moment_of_the_revision()
    {
        var article = new Article
        {
            PublishedUtc = new DateTime(2023, 7, 6, 16, 0, 0, DateTimeKind.Utc),
            PublishedDateOnly = true,
            RevisedUtc = new DateTime(2023, 7, 7, 1, 0, 0, DateTimeKind.Utc),
        };
        Assert.Equal("2023-07-07", article.Published(China));
        Assert.Equal("2023-07-07T09:00:00+08:00", article.Modified(China));
    }
}
