namespace NewsPortal.Core.Importing.Reimporting;

/// <summary>Who wants to know how a re-import goes.</summary>
/// <param name="Compared">Told of each original that was compared, with the changes, before anything is written.</param>
/// <param name="Done">Told of each article's end: written and committed, unchanged or refused.</param>
/// <param name="Comparing">Told how many are compared, of how many.</param>
/// <param name="Relating">Told how far the related lists are, which are computed at the end.</param>
public sealed record ReimportListener(
    Action<ImportResult>? Compared = null, Action<ImportResult>? Done = null, Action<int, int>? Comparing = null, Action<int, int>? Relating = null);
