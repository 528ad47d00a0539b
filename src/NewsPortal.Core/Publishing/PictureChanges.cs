using System.Globalization;
using NewsPortal.Core.Importing.Reimporting;

namespace NewsPortal.Core.Publishing;

/// <summary>What became of an article's pictures, for the record: which place, and what of it.</summary>
internal static class PictureChanges
{
    /// <summary>The changes, by the pictures' places counted from 1: <c>picture 2</c>, <c>caption 2</c>, <c>credit 2</c>, <c>alt 2</c>.</summary>
    /// <remarks>A picture that only moved is found at its new place, so that no caption seems to have changed.</remarks>
    /// <param name="before">The pictures before.</param>
    /// <param name="after">The pictures after.</param>
    public static IEnumerable<FieldChange> Between(IReadOnlyList<PictureState> before, IReadOnlyList<PictureState> after)
    {
        var left = before.ToList();
        var added = new List<(PictureState? Before, PictureState After, int Place)>();
        foreach (var (place, now) in after.Index())
        {
            // A lost picture has no name: of those, the one at the same place is meant.
            var found = left.FindIndex(was => Name(was) is { } name ? name == Name(now) : Name(now) is null && before.ElementAtOrDefault(place) == was);
            added.Add((found < 0 ? null : left[found], now, place + 1));
            if (found >= 0)
            {
                left.RemoveAt(found);
            }
        }

        foreach (var (was, now, place) in added)
        {
            // Another picture at the place of one that is gone took its place.
            var gone = was is null && left.Find(p => before.ElementAtOrDefault(place - 1) == p) is { } there ? there : null;
            if (gone is not null)
            {
                left.Remove(gone);
            }

            var old = was ?? gone;
            foreach (var change in Of(old, now, place))
            {
                yield return change;
            }
        }

        foreach (var gone in left)
        {
            yield return new FieldChange(At("picture", before.ToList().IndexOf(gone) + 1), Name(gone) ?? "(missing)", null);
        }
    }

    private static IEnumerable<FieldChange> Of(PictureState? old, PictureState now, int place)
    {
        (string Field, string? Old, string? New)[] parts =
        [
            ("picture", old is null ? null : Name(old) ?? "(missing)", Name(now) ?? "(missing)"), ("caption", old?.Caption, now.Caption), ("credit", old?.Credit, now.Credit), ("alt", old?.Alt, now.Alt),
        ];
        return parts.Where(p => (p.Old ?? string.Empty) != (p.New ?? string.Empty)).Select(p => new FieldChange(At(p.Field, place), p.Old, p.New));
    }

    private static string? Name(PictureState picture) => picture.Path ?? picture.Src;

    private static string At(string field, int place) => string.Create(CultureInfo.InvariantCulture, $"{field} {place}");
}
