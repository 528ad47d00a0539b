using System.Globalization;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Text;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>How an entry of a live report is named and addressed.</summary>
public static class LiveEntryView
{
    private const int LongestName = 60;

    /// <summary>The anchor of an entry in its page.</summary>
    /// <param name="update">The entry.</param>
    public static string Anchor(this LiveUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return string.Create(CultureInfo.InvariantCulture, $"update-{update.Id}");
    }

    /// <summary>What an entry is called where only its name stands: its headline, or how its text begins.</summary>
    /// <param name="update">The entry.</param>
    public static string Name(this LiveUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return update.Headline.Length > 0 ? update.Headline : Characters.Cut(update.Text.Split('\n')[0], LongestName);
    }
}
