namespace NewsPortal.Web.Api;

/// <summary>A request that is refused, with the reason and the way out.</summary>
/// <param name="status">The status.</param>
/// <param name="detail">What is wrong and what to do.</param>
/// <param name="parameter">The parameter at fault; null where none is.</param>
public sealed class RefusedRequestException(int status, string detail, string? parameter = null) : Exception(detail)
{
    private const int LongestShown = 60;

    /// <summary>The status.</summary>
    public int Status => status;

    /// <summary>The parameter at fault; null where none is.</summary>
    public string? Parameter => parameter;

    /// <summary>What WWW-Authenticate says; null where nobody is asked to show who he is.</summary>
    public string? Challenge { get; init; }

    /// <summary>A parameter whose value cannot be taken.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="whatToDo">One sentence.</param>
    public static RefusedRequestException Of(string parameter, string whatToDo) => new(StatusCodes.Status400BadRequest, $"{parameter}: {whatToDo}", parameter);

    /// <summary>What a client sent, cut to a length at which a person still reads on.</summary>
    /// <param name="sent">What it sent.</param>
    public static string Shown(string sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return Core.Text.Characters.Cut(sent, LongestShown);
    }
}
