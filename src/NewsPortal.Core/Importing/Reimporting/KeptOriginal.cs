using NewsPortal.Core.Importing.Inputs;

namespace NewsPortal.Core.Importing.Reimporting;

/// <summary>An original as the store kept it, to be read again for the article that it became.</summary>
/// <param name="Use">Its last coming.</param>
/// <param name="File">Its bytes under the path they came from; null where they are damaged.</param>
/// <param name="Reason">Why they cannot be read; null where they can.</param>
internal sealed record KeptOriginal(OriginalUse Use, SourceFile? File, string? Reason) : InputItem(Use.Path, File, Reason, PictureFinder.None)
{
    /// <summary>The other pages of a divided article: what came with it in the same run.</summary>
    public IReadOnlyList<KeptOriginal> Further { get; init; } = [];
}
