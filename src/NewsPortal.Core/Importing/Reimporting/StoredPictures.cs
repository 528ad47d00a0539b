using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Importing.Reimporting;

/// <summary>The pictures that an article has already: where its file is read again, the folder they lay in may be gone.</summary>
internal sealed class StoredPictures
{
    private readonly Dictionary<string, Picture> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Picture> _byPosition = [];
    private readonly int _count;
    private readonly Picture? _lead;

    /// <summary>Remembers them as they are now.</summary>
    /// <param name="article">The article, with its pictures.</param>
    public StoredPictures(Article article)
    {
        _count = article.Pictures.Count;
        _lead = article.LeadPicture;
        foreach (var shown in article.Pictures.Where(p => p.Picture is not null))
        {
            _byPosition[shown.Position] = shown.Picture!;
            if (shown.OriginalSrc is { } address) _byAddress.TryAdd(address, shown.Picture!);
        }
    }

    /// <summary>The picture that the article has of an address; null where it has none.</summary>
    /// <param name="address">The address as the file gives it.</param>
    public Picture? Of(string address) => _byAddress.GetValueOrDefault(address);

    /// <summary>A picture of the body: by its address, else by its place where there are as many as before.</summary>
    /// <param name="address">Its address as the file gives it; null where the capture lost it.</param>
    /// <param name="position">Its place, from 0.</param>
    /// <param name="extracted">What the file became now; a warning is added where a picture is missing.</param>
    public Picture? Find(string? address, int position, ExtractedArticle extracted)
    {
        if (address is not null && _byAddress.TryGetValue(address, out var found)) return found;
        if (extracted.Pictures.Count == _count && _byPosition.TryGetValue(position, out found)) return found;
        if (!string.IsNullOrWhiteSpace(address)) extracted.Warnings.Add(MissingPicture.Warning(address));
        return null;
    }

    /// <summary>The cover that the file names: one of the body's pictures, else the one that the article has.</summary>
    /// <param name="extracted">What the file became now; a warning is added where it is missing.</param>
    public Picture? Cover(ExtractedArticle extracted)
    {
        if (string.IsNullOrWhiteSpace(extracted.Cover)) return null;
        var cover = _byAddress.GetValueOrDefault(extracted.Cover) ?? _lead;
        if (cover is null) extracted.Warnings.Add(MissingPicture.Warning(extracted.Cover));
        return cover;
    }
}
