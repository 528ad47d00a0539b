using NewsPortal.Core.Articles;
using NewsPortal.Web.Pages.Shared;

namespace NewsPortal.Tests.Pages;

public sealed class BylinePartsTests
{
    [Theory]
    [InlineData("林渡", true)]
    [InlineData("全媒体记者 林渡", false)]
    [InlineData("译者：小荷 校对：老周", false)]
    [InlineData("文|林渡", false)]
    [InlineData("By Lin Du", false)]
    public void A_byline_that_says_what_its_names_did_needs_no_label(string byline, bool needs) =>
        Assert.Equal(needs, BylineParts.NeedsLabel(new Article { Byline = byline, Headline = "桥", Slug = "qiao", Language = "zh-Hans" }));
}
