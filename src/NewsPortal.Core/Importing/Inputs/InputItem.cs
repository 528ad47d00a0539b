namespace NewsPortal.Core.Importing.Inputs;

/// <summary>One thing found to import: a file's bytes, or the reason why it cannot be read.</summary>
/// <param name="Path">How reports name it.</param>
/// <param name="File">The bytes; null where it is refused.</param>
/// <param name="Reason">Why it is refused; null where it is not.</param>
/// <param name="Pictures">Finds the pictures beside it.</param>
public record InputItem(string Path, SourceFile? File, string? Reason, PictureFinder Pictures)
{
    /// <summary>The encoding chosen for this input alone; null where the call or the bytes decide.</summary>
    public string? EncodingName { get; init; }

    internal static InputItem Refused(string path, string reason) => new(path, null, reason, PictureFinder.None);
}
