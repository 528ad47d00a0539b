using System.Globalization;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Gives an article the pictures that its new text names, in the text's order.</summary>
/// <param name="db">The context of the transaction.</param>
/// <param name="article">The article, its pictures loaded.</param>
internal sealed class EditedPictures(NewsDbContext db, Article article)
{
    /// <summary>Addresses that mean no picture of the site.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>Writes the rows anew.</summary>
    /// <param name="before">The old text's pictures, as its markup names them.</param>
    /// <param name="now">The new text's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task FillAsync(IReadOnlyList<ExtractedPicture> before, IReadOnlyList<ExtractedPicture> now, CancellationToken cancellationToken)
    {
        var old = article.Pictures.OrderBy(p => p.Position).Select(Place.Of).ToList();
        var places = new List<Place>();
        foreach (var named in now)
        {
            places.Add(await PlaceAsync(named, old, before, cancellationToken));
        }

        // A picture that the text never named is the cover above it, and stays.
        places.AddRange(old.Skip(before.Count));
        Write(places);
    }

    /// <summary>Sets credits, by the order of the text.</summary>
    public void Credit(IReadOnlyList<string?> credits)
    {
        for (var i = 0; i < credits.Count; i++)
        {
            if (credits[i] is { } credit && article.Pictures.Find(p => p.Position == i) is { } shown)
            {
                shown.Credit = EditFields.Line("pictures", credit, shown.Credit, 200);
            }
        }
    }

    /// <summary>Sets which pictures need no words, by the order of the text: an empty alternative text was chosen, none is missing.</summary>
    public void Decorate(IReadOnlyList<bool?> decorative)
    {
        for (var i = 0; i < decorative.Count; i++)
        {
            if (decorative[i] is { } chosen && article.Pictures.Find(p => p.Position == i) is { } shown && string.IsNullOrWhiteSpace(shown.AltText))
            {
                shown.AltText = chosen ? string.Empty : null;
            }
        }
    }

    /// <summary>Sets the picture on cards: the one that is named, else the first of the text that is there.</summary>
    /// <param name="named">Its name; null for the first.</param>
    /// <param name="current">Its name as a form shows the stored one.</param>
    /// <param name="textChanged">The text, and maybe its first picture, is another now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task CoverAsync(string? named, string? current, bool textChanged, CancellationToken cancellationToken)
    {
        var name = string.IsNullOrWhiteSpace(named) ? null : named.Trim();
        if (name == current && (name is not null || !textChanged))
        {
            return;
        }

        var cover = name is null ? article.Pictures.OrderBy(p => p.Position).Select(p => p.Picture).FirstOrDefault(p => p is not null)
            : PicturePlaceholders.TryReadNumber(name, out var place) ? article.Pictures.Find(p => p.Position == place)?.Picture
            : await PictureNames.FindAsync(db, name, cancellationToken);
        if (cover is null && name is not null)
        {
            throw new ArticleEditException("cover", EditProblem.Unknown, $"the site has no picture '{name}'; choose one that it has");
        }

        (article.LeadPicture, article.LeadPictureId) = (cover, cover?.Id);
    }

    /// <summary>Brings back the pictures of an earlier state.</summary>
    public async Task RestoreAsync(ArticleState state, CancellationToken cancellationToken)
    {
        var there = new Dictionary<string, Picture?>(StringComparer.Ordinal);
        foreach (var path in state.Pictures.Select(p => p.Path).Append(state.Cover).OfType<string>().Distinct())
        {
            there[path] = await PictureNames.FindAsync(db, path, cancellationToken);
        }

        Write([.. state.Pictures.Select(p => new Place(p.Path is null ? null : there[p.Path], p.Src, p.Alt, p.Caption, p.Credit))]);
        var cover = state.Cover is null ? null : there[state.Cover];
        (article.LeadPicture, article.LeadPictureId) = (cover, cover?.Id);
        Missing.AddRange(there.Where(p => p.Value is null).Select(p => p.Key));
    }

    private async Task<Place> PlaceAsync(ExtractedPicture named, List<Place> old, IReadOnlyList<ExtractedPicture> before, CancellationToken cancellationToken)
    {
        var src = named.Src ?? string.Empty;
        if (PicturePlaceholders.TryReadNumber(src, out var number))
        {
            if (number >= old.Count)
            {
                throw new ArticleEditException("body", EditProblem.Unknown, string.Create(CultureInfo.InvariantCulture, $"the article has no picture:{number}; choose one of its {old.Count} or name another by its address"));
            }

            return Kept(number);
        }

        var picture = await PictureNames.FindAsync(db, src, cancellationToken);
        if (picture is not null && old.FindIndex(p => p.Picture?.Hash == picture.Hash) is >= 0 and var place)
        {
            return Kept(place);
        }

        if (picture is null && src.Length > 0)
        {
            Missing.Add(src);
        }

        return new Place(picture, picture?.Path ?? named.Src, named.Alt, named.Caption, null);

        // What the markup says as before was not edited: the file may have said it in other words.
        Place Kept(int number)
        {
            var was = number < before.Count ? before[number] : null;
            return old[number] with
            {
                Alt = named.Alt == was?.Alt ? old[number].Alt : named.Alt,
                Caption = named.Caption == was?.Caption ? old[number].Caption : named.Caption,
            };
        }
    }

    private void Write(List<Place> places)
    {
        article.Pictures.RemoveAll(p => p.Position >= places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            var shown = article.Pictures.Find(p => p.Position == i);
            if (shown is null)
            {
                article.Pictures.Add(shown = new ArticlePicture { Position = i });
            }

            (shown.Picture, shown.PictureId) = (places[i].Picture, places[i].Picture?.Id);
            (shown.OriginalSrc, shown.AltText, shown.Caption, shown.Credit) = (places[i].Src, places[i].Alt, places[i].Caption, places[i].Credit);
        }
    }

    private sealed record Place(Picture? Picture, string? Src, string? Alt, string? Caption, string? Credit)
    {
        public static Place Of(ArticlePicture shown) => new(shown.Picture, shown.OriginalSrc, shown.AltText, shown.Caption, shown.Credit);
    }
}
