using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Pages;

/// <summary>What a publisher on the mainland must show at the foot of every page.</summary>
public sealed class FilingTests
{
    private static readonly string[] Paths = ["/", "/latest", "/about", "/nowhere"];

    [Fact]
    public async Task Filings_that_are_set_stand_on_every_page()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Site:IcpNumber=云ICP备1号", "--NewsPortal:Site:PoliceNumber=云公网安备2号", "--NewsPortal:Site:LicenceNumber=许可3", "--NewsPortal:Site:ReportContact=12300");
        foreach (var path in Paths)
        {
            using var answer = await site.Client.GetAsync(path);
            var foot = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector(".filings")!;
            Assert.Equal("云ICP备1号", foot.QuerySelector("a[href='https://beian.miit.gov.cn/']")!.TextContent);
            Assert.Equal("云公网安备2号", foot.QuerySelector("a[href='https://beian.mps.gov.cn/']")!.TextContent);
            Assert.Contains("许可3", foot.TextContent, StringComparison.Ordinal);
            Assert.Contains("12300", foot.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Filings_that_are_not_set_leave_nothing_behind()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var path in Paths)
        {
            using var answer = await site.Client.GetAsync(path);
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Equal(1, page.QuerySelector(".filings")!.ChildElementCount);
            Assert.Null(page.QuerySelector("a[href*='beian']"));
        }
    }
}
