namespace NewsPortal.Core.Media;

/// <summary>A picture is not taken; the message says why and what could be done, for whoever sent it.</summary>
/// <param name="message">The reason.</param>
public sealed class RefusedPictureException(string message) : Exception(message);
