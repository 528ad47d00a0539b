using System.Globalization;

namespace NewsPortal.Web.Api;

/// <summary>The query of one request, every parameter known and every value allowed.</summary>
public sealed class ApiQuery
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private ApiQuery()
    {
    }

    /// <summary>Reads it by the parameters of the operation that answers.</summary>
    /// <param name="http">The exchange.</param>
    /// <exception cref="RefusedRequestException">A parameter is unknown, given twice, or has a value that is not allowed.</exception>
    public static ApiQuery Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var known = http.GetEndpoint()!.Metadata.GetRequiredMetadata<ApiOperation>().Parameters.Where(p => !p.InPath).ToList();
        var query = new ApiQuery();
        foreach (var (name, values) in http.Request.Query)
        {
            var parameter = known.Find(p => p.Name == name) ?? throw RefusedRequestException.Of(RefusedRequestException.Shown(name), Unknown(known));
            var value = values[0] ?? string.Empty;
            if (values.Count > 1 && !parameter.IsLenient)
            {
                throw RefusedRequestException.Of(name, "Give it once.");
            }

            if (parameter.Fault(value) is { } fault)
            {
                throw RefusedRequestException.Of(name, fault);
            }

            query._values[name] = value;
        }

        return query;
    }

    /// <summary>A value; null where it was not given.</summary>
    /// <param name="name">The parameter.</param>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>A number; the parameter's standard where it was not given.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="standard">Taken where it was not given.</param>
    public long Number(string name, long standard) =>
        this[name] is { } value ? long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) : standard;

    /// <summary>A day; null where it was not given.</summary>
    /// <param name="name">The parameter.</param>
    public DateOnly? Day(string name) => this[name] is { } value ? DayOf(value) : null;

    /// <summary>The query that asks for the same from elsewhere on.</summary>
    /// <param name="name">The parameter that says where.</param>
    /// <param name="value">Its value.</param>
    public string GoingOnAt(string name, string value) => QueryString.Create(
        _values.Where(v => v.Key != name).OrderBy(v => v.Key, StringComparer.Ordinal)
            .Append(new(name, value)).Select(v => new KeyValuePair<string, string?>(v.Key, v.Value))).Value!;

    internal static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Unknown(List<ApiParameter> known) => known.Count == 0
        ? "There is no such parameter here: this address takes none."
        : $"There is no such parameter here; there are {string.Join(", ", known.Select(p => p.Name))}.";
}
