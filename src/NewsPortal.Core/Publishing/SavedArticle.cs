using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Publishing;

/// <summary>An article after an act of the desk.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Version">Its version, to act on next.</param>
/// <param name="Status">Where it is in its life now.</param>
/// <param name="Path">Its address.</param>
/// <param name="Changed">False where the act found everything as asked, and wrote nothing.</param>
/// <param name="MissingPictures">Pictures that the text names and the site does not have; their captions are shown alone.</param>
public sealed record SavedArticle(long Id, int Version, ArticleStatus Status, string Path, bool Changed, IReadOnlyList<string> MissingPictures);
