using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsPortal.Web.Api;

namespace NewsPortal.Web.Writing;

/// <summary>What one address of the writing side does, for the document.</summary>
/// <param name="Id">Its name in programs made from the document.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Description">What else there is to know.</param>
/// <param name="Scopes">Scopes of a token, one of which is needed.</param>
/// <param name="Parameters">What it takes beside a body.</param>
/// <param name="Refusals">When it refuses, by status.</param>
internal sealed record WriteOperation(
    string Id, string Summary, string Description, IReadOnlyList<string> Scopes, IReadOnlyList<ApiParameter> Parameters, IReadOnlyDictionary<int, string> Refusals) : IDescribedOperation
{
    /// <summary>Media type of a report, and of a single article.</summary>
    public const string Json = "application/json";

    private const string SchemeName = "token";

    // Whatever is refused in both.
    private static readonly Dictionary<int, string> Always = new()
    {
        [StatusCodes.Status401Unauthorized] = "No token is shown, or it does not hold (any more); `WWW-Authenticate` says which.",
        [StatusCodes.Status405MethodNotAllowed] = "The address does not take this method; `Allow` names those it takes.",
        [StatusCodes.Status429TooManyRequests] = "Too many requests from this client; `Retry-After` says when to ask again.",
        [StatusCodes.Status500InternalServerError] = "The request could not be answered.",
        [StatusCodes.Status503ServiceUnavailable] = "The store cannot be read at the moment; `Retry-After` says when to ask again.",
    };

    /// <summary>Sends articles.</summary>
    public static WriteOperation Import { get; } = new(
        "sendArticles",
        "Sends articles.",
        "What is sent goes the way of every import, with its rules of identity: an article whose id, or whose name and content, is known is revised under the address it has. A token with the scope `draft` alone makes drafts and touches nothing public; one of a single section writes to that section, whatever the article says. Before an article becomes public, or a public one changes, the publisher's list of words is asked, as in the newsroom: one in which such words stand is rejected, and `words` names them.",
        ["publish", "draft"],
        [
            ApiParameter.Text("path", "What the input is called, as a relative path such as `2026/11/bridge.md`: it finds the article again where there is no id, and its first folder names the section where nothing else does."),
            ApiParameter.Text("section", "Name or slug of the section of everything that is sent."),
            ApiParameter.One("draft", "Keeps everything that is sent as a draft.", "false", "true"),
            ApiParameter.One("overrideWords", "Lets articles go out although words of the publisher's list stand in them; that is kept on record.", "false", "true"),
            ApiParameter.One("dryRun", "Tells what would become of it, and stores nothing.", "false", "true"),
        ],
        new Dictionary<int, string>(Always)
        {
            [StatusCodes.Status400BadRequest] = "A parameter is unknown or has a value that is not allowed; the problem names it.",
            [StatusCodes.Status403Forbidden] = "The token's scope does not allow it, or it may write to another section alone.",
            [StatusCodes.Status413PayloadTooLarge] = "What was sent is longer than the site takes at once.",
            [StatusCodes.Status415UnsupportedMediaType] = "The media type is none of those that are read; the problem names them.",
        });

    /// <summary>Takes an article down.</summary>
    public static WriteOperation Withdraw { get; } = new(
        "withdrawArticle",
        "Takes a public article down.",
        "Its address, and every one it had, answers 410 from then on; it leaves lists, feeds, sitemaps and search within a second. Taking it down again changes nothing.",
        ["withdraw"],
        [
            ApiParameter.Named("id", "The article's external id, or its number.") with { InPath = true },
            ApiParameter.Text("reason", "Why, in 1 to 500 characters; it is kept on record and shown to nobody outside."),
        ],
        new Dictionary<int, string>(Always)
        {
            [StatusCodes.Status400BadRequest] = "No reason is given, or it is too long.",
            [StatusCodes.Status403Forbidden] = "The token does not have the scope `withdraw`.",
            [StatusCodes.Status404NotFound] = "No public article has this id or number, or it stands in a section that is not the token's.",
        });

    /// <inheritdoc/>
    public async Task DescribeAsync(OpenApiOperation description, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        (description.OperationId, description.Summary, description.Description) = (Id, Summary, Description);
        description.Tags = new HashSet<OpenApiTagReference> { new(ApiDocumentRules.WritingGroup, context.Document) };
        description.Parameters = [.. Parameters.Select(Parameter)];
        var document = context.Document!;
        document.AddComponent<IOpenApiSecurityScheme>(SchemeName, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token that `newsportal token add NAME --scope draft|publish|withdraw` prints once. Its scopes say what it may; `--section` binds it to one section, `token revoke` ends it at once.",
        });
        description.Security = [.. Scopes.Select(s => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeName, document)] = [s] })];
        if (this == Import)
        {
            Say(description, StatusCodes.Status200OK, "What became of each input. Some may have been rejected: `rejected` counts them.");
            Say(description, StatusCodes.Status422UnprocessableEntity, "Everything that was sent was rejected; the report says why.");
            description.RequestBody = await BodyAsync(context, cancellationToken);
        }
        else
        {
            Say(description, StatusCodes.Status204NoContent, "It is down.");
        }

        await ApiDocumentRules.RefusalsAsync(description, context, Refusals.OrderBy(r => r.Key), cancellationToken);
    }

    private static IOpenApiParameter Parameter(ApiParameter parameter)
    {
        var described = (OpenApiParameter)ApiDocumentRules.Parameter(parameter);
        described.Required |= parameter.Name == "reason";
        return described;
    }

    private static void Say(OpenApiOperation description, int status, string text) => description.Responses![ApiDocumentRules.Text(status)].Description = text;

    private static async Task<OpenApiRequestBody> BodyAsync(OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(SentArticle), null, cancellationToken);
        context.Document!.AddComponent(nameof(SentArticle), schema);
        var article = new OpenApiSchemaReference(nameof(SentArticle), context.Document);
        return new OpenApiRequestBody
        {
            Required = true,
            Description = "One article, several as rows of JSON Lines, a file as an editor has it, or a zip of files with their pictures.",
            Content = SentInputs.MediaTypes.ToDictionary(t => t.Key, t => new OpenApiMediaType { Schema = Body(t.Key, t.Value, article) }),
        };
    }

    private static IOpenApiSchema Body(string mediaType, string extension, IOpenApiSchema article) =>
        mediaType == Json ? article
        : extension is ".zip" or ".docx" ? new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }
        : new OpenApiSchema { Type = JsonSchemaType.String };
}
