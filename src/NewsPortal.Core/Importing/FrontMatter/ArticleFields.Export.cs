using NewsPortal.Core.Importing.StatedTimes;

namespace NewsPortal.Core.Importing.FrontMatter;

/// <content>Keys that nobody writes by hand: by these an exported article says what only the store knew of it.</content>
internal sealed partial class ArticleFields
{
    // What is printed under the pictures, in their order; empty where the file leaves it to them.
    private readonly List<string> pictureCaptions = [];

    // Who made the pictures, in their order.
    private readonly List<string> pictureCredits = [];

    /// <summary>Writes what was said about pictures beside them; called when the body is read.</summary>
    public void AnnotatePictures()
    {
        for (var i = 0; i < article.Pictures.Count; i++)
        {
            article.Pictures[i] = article.Pictures[i] with
            {
                Caption = At(pictureCaptions, i) ?? article.Pictures[i].Caption,
                Credit = At(pictureCredits, i) ?? article.Pictures[i].Credit,
            };
        }

        static string? At(List<string> notes, int place) => place < notes.Count && notes[place].Length > 0 ? notes[place] : null;
    }

    // The writers' names, where the byline says more than these (全媒体记者 孙敏坚 摄影 李四), or "-" where it names nobody.
    private bool Writers(FrontMatterEntry entry)
    {
        article.Authors.Clear();
        article.Authors.AddRange(entry.Values.Select(Clean).Where(name => name.Length > 0 && name != "-").Select(name => Shorten(name, 100)).Distinct(StringComparer.Ordinal));
        Note(entry, "authors");
        return article.Authors.Count > 0;
    }

    private bool PictureNotes(FrontMatterEntry entry, List<string> notes)
    {
        notes.AddRange(entry.Values.Select(value => Shorten(Clean(value), 1000)));
        Note(entry, "pictures");
        return true;
    }

    private bool Automatic(FrontMatterEntry entry)
    {
        foreach (var name in entry.Values.Select(value => FieldNames.Of(value)))
        {
            article.HeadlineAutomatic |= name == ArticleField.Headline;
            article.PublishedAutomatic |= name == ArticleField.Published;
            article.SummaryAutomatic |= name == ArticleField.Summary;
        }

        return true;
    }

    private bool WithdrawnReason(FrontMatterEntry entry)
    {
        article.WithdrawnReason = Shorten(Clean(entry.First!), 1000);
        return true;
    }

    private bool Live(FrontMatterEntry entry, Action<DateTimeOffset> store)
    {
        if (StatedTimeParser.Parse(entry.First!, options.Zone) is not { } time)
        {
            Warn(entry, $"\"{Shorten(entry.First!)}\" is not a date that can be read, taken as missing");
            return false;
        }

        store(time.At);
        return true;
    }

    private bool LiveUpdates(FrontMatterEntry entry)
    {
        foreach (var value in entry.Values)
        {
            if (ExtractedUpdate.Parse(value) is { } update) article.LiveUpdates.Add(update);
            else Warn(entry, $"\"{Shorten(value)}\" is not an entry of a live report, left out");
        }

        return article.LiveUpdates.Count > 0;
    }
}
