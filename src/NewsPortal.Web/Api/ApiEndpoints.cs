using NewsPortal.Core.Pushing;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Api;

/// <summary>The read API: what every address of it answers.</summary>
public static class ApiEndpoints
{
    private static readonly string[] Others = [HttpMethods.Head, HttpMethods.Options];

    /// <summary>Maps it.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, ArticleOperations.List, ArticleOperations.ListAsync);
        Map(endpoints, ArticleOperations.One, ArticleOperations.OneAsync);
        Map(endpoints, NameOperations.Sections, NameOperations.SectionsAsync);
        Map(endpoints, NameOperations.Tags, NameOperations.TagsAsync);
        Map(endpoints, NameOperations.Stories, NameOperations.StoriesAsync);
        Map(endpoints, SearchOperation.Operation, SearchOperation.AnswerAsync);
        Map(endpoints, ChangesOperation.Operation, ChangesOperation.AnswerAsync);
        endpoints.MapMethods(ApiDocument.Path, [HttpMethods.Get, .. Others], (Delegate)ApiDocument.AnswerAsync)
            .WithMetadata(new BufferedAnswer()).ExcludeFromDescription();
    }

    private static void Map(IEndpointRouteBuilder endpoints, ApiOperation operation, Delegate answer)
    {
        endpoints.MapGet(operation.Path, answer)
            .WithMetadata(operation, new BufferedAnswer(Keeping.Nothing)).Showing(SurrogateKeys.Feeds).WithName(operation.Id).WithTags(operation.Group)
            .WithSummary(operation.Summary).WithDescription(operation.Description)
            .Produces(StatusCodes.Status200OK, operation.Answer, "application/json");

        // Told once for every address, not as operations of their own.
        endpoints.MapMethods(operation.Path, Others, answer).WithMetadata(operation, new BufferedAnswer(Keeping.Nothing)).ExcludeFromDescription();
    }
}
