using NewsPortal.Core.Finding.Hot;

namespace NewsPortal.Tests.Finding;

public sealed class ReaderAgentTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x18003237) NetType/WIFI Language/zh_CN")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/57.0.2987.98 Safari/537.36 SE 2.X MetaSr 1.0")]
    [InlineData("Mozilla/5.0 (Linux; U; Android 12; zh-cn) AppleWebKit/537.36 Chrome/100.0 Mobile Safari/537.36 SogouMSE,SogouMobileBrowser/5.28.8")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; baiduboxapp/13.60) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/115 Mobile Safari/537.36")]
    [InlineData("Opera/9.80 (Windows NT 6.1) Presto/2.12.388 Version/12.18")]
    [InlineData("Lynx/2.9.0dev.12 libwww-FM/2.14FM SSL-MM/1.4.1 (GNU)")]
    [InlineData("Lynx/2.8.9rel.1 libwww-FM/2.14")]
    [InlineData("w3m/0.5.3+git20230121 (Linux)")]
    public void A_browser_is_a_reader(string agent) => Assert.Equal((true, true, true), (ReaderAgent.IsReader(agent), ReaderAgent.IsKnownReader(agent), ReaderAgent.IsKnownReader(agent)));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("Mozilla/5.0")]
    [InlineData("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)")]
    [InlineData("Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)")]
    [InlineData("Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)")]
    [InlineData("Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)")]
    [InlineData("Mozilla/5.0 (Windows; U; Windows NT 5.1; zh-CN; ) Firefox/1.5.0.11; 360Spider")]
    [InlineData("YisouSpider")]
    [InlineData("Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36")]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; CUBOT P80) SomeBot/1.0")]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [InlineData("curl/8.5.0")]
    [InlineData("Wget/1.21.4")]
    [InlineData("libwww-perl/6.77")]
    [InlineData("python-requests/2.32.0")]
    [InlineData("Go-http-client/1.1")]
    [InlineData("okhttp/4.12.0")]
    [InlineData("Dalvik/2.1.0 (Linux; U; Android 14)")]
    [InlineData("NetNewsWire (RSS Reader; https://netnewswire.com/)")]
    public void A_program_is_none(string agent) => Assert.Equal((false, false, false), (ReaderAgent.IsReader(agent), ReaderAgent.IsKnownReader(agent), ReaderAgent.IsKnownReader(agent)));

    [Fact]
    public void The_hash_is_the_published_one() =>
        Assert.Equal(0xa129ca6149be45e5, SipHash.Of([.. Enumerable.Range(0, 15).Select(i => (byte)i)], 0x0706050403020100, 0x0f0e0d0c0b0a0908));

    [Fact]
    public void Each_key_makes_another_number_of_the_same_reader()
    {
        var (one, other) = (new ReaderHash(), new ReaderHash());
        Assert.Equal(one.Of([1, 2, 3, 4], "agent", 7), one.Of([1, 2, 3, 4], "agent", 7));
        Assert.NotEqual(one.Of([1, 2, 3, 4], "agent", 7), other.Of([1, 2, 3, 4], "agent", 7));
        Assert.NotEqual(one.Of([1, 2, 3, 4], "agent", 7), one.Of([1, 2, 3, 4], "agent", 8));
    }
}
