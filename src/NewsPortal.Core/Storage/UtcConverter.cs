using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsPortal.Core.Storage;

/// <summary>
/// Stored times are UTC and nothing else. A local or unspecified time is refused at the door, because SQLite keeps no
/// kind and would hand it back as something it never was.
/// </summary>
public sealed class UtcConverter : ValueConverter<DateTime, DateTime>
{
    /// <summary>Makes the converter.</summary>
    public UtcConverter()
        : base(value => Checked(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
    {
    }

    private static DateTime Checked(DateTime value) => value.Kind == DateTimeKind.Utc
        ? value
        : throw new InvalidOperationException($"A stored time must be UTC; {value:O} is {value.Kind}.");
}
