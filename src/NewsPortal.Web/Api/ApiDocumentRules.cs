using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NewsPortal.Web.Api;

/// <summary>What the document says beyond what the generator finds: parameters, refusals, headers.</summary>
internal static class ApiDocumentRules
{
    /// <summary>What operations that write are listed under.</summary>
    public const string WritingGroup = "Writing";

    private const string About =
        """
        Everything that the public site shows, as JSON. To read it no key is needed, any origin may, and nothing that is not public is in it.

        * Times are those of the pages: RFC 3339 with the site's offset, or a day alone where the source gave no time.
        * What an article does not have is absent; nothing is ever `null`.
        * Every address that is read answers GET, HEAD and OPTIONS, carries a strong `ETag`, and answers 304 to `If-None-Match`.
        * Lists go on at the address in `next` (and in the `Link` header); cursors are taken from there and never made.
        * Unknown parameters and values that are not allowed are refused with 400. Refusals are problems (RFC 9457).
        * Programs that show a token may send articles and take them down; what they send goes the way of every import.
        """;

    /// <summary>Names the document and its groups.</summary>
    public static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "NewsPortal API", Version = "1", Description = About };
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Articles", Description = "Articles, in lists and alone." },
            new() { Name = "Names", Description = "Sections, tags and stories, by which articles can be narrowed." },
            new() { Name = "Search", Description = "Search by words." },
            new() { Name = "Changes", Description = "What became of articles, for who keeps a copy." },
            new() { Name = WritingGroup, Description = "Sending articles and taking them down, with a token." },
        };
        foreach (var schema in document.Components!.Schemas!.Values)
        {
            NeverNull(schema.Properties);
        }

        return Task.CompletedTask;
    }

    /// <summary>Nothing is written as null: what is absent is absent.</summary>
    public static Task Schema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Type is { } type)
        {
            schema.Type = type & ~JsonSchemaType.Null;
        }

        return Task.CompletedTask;
    }

    /// <summary>Describes an operation that reads.</summary>
    public static async Task ReadingAsync(ApiOperation operation, OpenApiOperation description, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        (description.Summary, description.Description) = (operation.Summary, operation.Description);
        description.Parameters = [.. operation.Parameters.Select(Parameter)];
        var answer = description.Responses![Text(StatusCodes.Status200OK)];
        answer.Description = "What was asked for.";
        ((OpenApiResponse)answer).Headers = new Dictionary<string, IOpenApiHeader>
        {
            ["ETag"] = Header("A strong validator of this answer, for `If-None-Match`."),
            ["Cache-Control"] = Header("How long it may be kept: asked for again each time."),
        };
        description.Responses[Text(StatusCodes.Status304NotModified)] = new OpenApiResponse { Description = "`If-None-Match` names the answer as it is: nothing has changed." };
        await RefusalsAsync(description, context, Refusals(operation), cancellationToken);
    }

    /// <summary>Adds refusals, which are problems.</summary>
    public static async Task RefusalsAsync(
        OpenApiOperation description, OpenApiOperationTransformerContext context, IEnumerable<KeyValuePair<int, string>> refusals, CancellationToken cancellationToken)
    {
        var problem = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, cancellationToken);
        context.Document!.AddComponent(nameof(ApiProblem), problem);
        foreach (var (status, when) in refusals)
        {
            description.Responses![Text(status)] = new OpenApiResponse
            {
                Description = when,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ApiProblem.MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(ApiProblem), context.Document) },
                },
            };
        }
    }

    /// <summary>A status as the document has it.</summary>
    public static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);

    /// <summary>Describes a parameter.</summary>
    public static IOpenApiParameter Parameter(ApiParameter parameter) => new OpenApiParameter
    {
        Name = parameter.Name,
        In = parameter.InPath ? ParameterLocation.Path : ParameterLocation.Query,
        Required = parameter.InPath,
        Description = parameter.Description,
        Schema = parameter.Schema(),
    };

    // The generator writes "one of null and this" for what may be absent.
    private static void NeverNull(IDictionary<string, IOpenApiSchema>? properties)
    {
        foreach (var (name, schema) in properties?.ToList() ?? [])
        {
            if (schema.OneOf is { Count: 2 } either && either.FirstOrDefault(s => s.Type != JsonSchemaType.Null) is { } it)
            {
                properties![name] = it;
            }
        }
    }

    private static IEnumerable<KeyValuePair<int, string>> Refusals(ApiOperation operation) =>
        new Dictionary<int, string>(operation.Refusals)
        {
            [StatusCodes.Status400BadRequest] = "A parameter is unknown or has a value that is not allowed; the problem names it and says what to do.",
            [StatusCodes.Status405MethodNotAllowed] = "The method is none of GET, HEAD and OPTIONS; `Allow` names them.",
            [StatusCodes.Status500InternalServerError] = "The request could not be answered.",
            [StatusCodes.Status503ServiceUnavailable] = "The store cannot be read at the moment; `Retry-After` says when to ask again.",
        }.OrderBy(r => r.Key);

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
