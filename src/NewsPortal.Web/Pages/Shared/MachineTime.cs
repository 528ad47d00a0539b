using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>
/// A time as machines read it, in an attribute. The encoder of views would write the plus of its offset as an entity,
/// which is the same to a browser and another string to everyone who looks for the date without parsing HTML.
/// </summary>
public sealed class MachineTime : IHtmlContent
{
    private readonly string _value;

    /// <summary>Takes a time.</summary>
    /// <param name="value">Digits, <c>T</c>, <c>-</c>, <c>:</c> and <c>+</c> only.</param>
    /// <exception cref="ArgumentException">There is another character in it.</exception>
    public MachineTime(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.All(c => char.IsAsciiDigit(c) || c is 'T' or '-' or ':' or '+'))
        {
            throw new ArgumentException("A time holds digits, T, -, : and + only.", nameof(value));
        }

        _value = value;
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_value);
    }

    /// <inheritdoc/>
    public override string ToString() => _value;
}
