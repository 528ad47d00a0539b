using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>A story on the front page: headline, summary and, where asked for and there is one, its picture.</summary>
/// <param name="Article">The article.</param>
/// <param name="Site">The site.</param>
/// <param name="Lines">Lines of summary, 2 or 3.</param>
/// <param name="Pictured">Its picture is shown.</param>
/// <param name="Section">Its section is named.</param>
public sealed record StoryCard(Article Article, SiteSnapshot Site, int Lines, bool Pictured = false, bool Section = true)
{
    /// <summary>How wide its picture is shown: a story that names its section stands in a column, one that does not in the section's block.</summary>
    public string ShotSizes => Section ? Shot.Second : Shot.Block;

    /// <summary>It has a picture to show.</summary>
    public bool HasPicture => Pictured && Article.LeadPicture is not null;
}

/// <summary>The quiet line under a headline in a list.</summary>
/// <param name="Article">The article.</param>
/// <param name="Site">The site.</param>
/// <param name="Time">The time of day is shown.</param>
/// <param name="Section">The section is shown.</param>
/// <param name="Sources">How many sources the report has; 1 says nothing.</param>
public sealed record StoryLine(Article Article, SiteSnapshot Site, bool Time = false, bool Section = true, int Sources = 1);
