namespace NewsPortal.Core.Importing;

/// <summary>What is said of a picture that an article names and nobody has.</summary>
internal static class MissingPicture
{
    public static ImportWarning Warning(string address) => new(0, address.Contains("//", StringComparison.Ordinal)
        ? $"The picture {address} lies on another site and is not fetched; its place is marked."
        : $"The picture {address} is not beside the file; its caption is kept, its place is marked.");
}
