using System.Collections.Concurrent;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsPortal.Web.Serving;
using NewsPortal.Web.Writing;

namespace NewsPortal.Web.Api;

/// <summary>The API described for programs: <c>/openapi/v1.json</c>.</summary>
public static class ApiDocument
{
    /// <summary>Its address.</summary>
    public const string Path = "/openapi/v1.json";

    private const string Name = "v1";

    /// <summary>Sets it up.</summary>
    /// <param name="services">The program's services.</param>
    public static void AddApiDocument(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            // What the document says of an answer is read from what writes it.
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Web);
            options.SerializerOptions.TypeInfoResolverChain.Insert(1, WriteJson.Web);
            options.SerializerOptions.NumberHandling = ApiJson.Web.Options.NumberHandling;
            options.SerializerOptions.DefaultIgnoreCondition = ApiJson.Web.Options.DefaultIgnoreCondition;
        });
        services.AddSingleton<ApiDocumentText>();
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = address => address.ActionDescriptor.EndpointMetadata.OfType<IDescribedOperation>().Any();
            options.AddSchemaTransformer(ApiDocumentRules.Schema);
            options.AddOperationTransformer((description, context, cancelled) => context.Description.ActionDescriptor.EndpointMetadata.OfType<IDescribedOperation>().Single().DescribeAsync(description, context, cancelled));
            options.AddDocumentTransformer(ApiDocumentRules.Document);
        });
    }

    /// <summary>Answers it.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="site">The site, whose address stands in it.</param>
    /// <param name="text">The document.</param>
    public static async Task AnswerAsync(HttpContext http, CurrentSite site, ApiDocumentText text)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(text);
        http.Response.ContentType = ApiAnswer.MediaType;
        await http.Response.Body.WriteAsync(await text.OfAsync(site.Snapshot.BaseUrl, http.RequestAborted), http.RequestAborted);
    }

    /// <summary>The document as bytes, written once for each address that the site has had.</summary>
    /// <param name="services">Where the generator is.</param>
    public sealed class ApiDocumentText([FromKeyedServices(Name)] IOpenApiDocumentProvider services)
    {
        private readonly ConcurrentDictionary<string, byte[]> _written = new(StringComparer.Ordinal);

        /// <summary>Its bytes.</summary>
        /// <param name="baseUrl">The site's address.</param>
        /// <param name="cancellationToken">Gives up.</param>
        public async Task<byte[]> OfAsync(string baseUrl, CancellationToken cancellationToken)
        {
            if (_written.TryGetValue(baseUrl, out var written))
            {
                return written;
            }

            // The generator would name the host that a client asked for.
            var document = await services.GetOpenApiDocumentAsync(cancellationToken);
            document.Servers = [new OpenApiServer { Url = baseUrl, Description = "The site." }];
            using var buffer = new MemoryStream();
            await document.SerializeAsJsonAsync(buffer, OpenApiSpecVersion.OpenApi3_1, cancellationToken);
            return _written[baseUrl] = buffer.ToArray();
        }
    }
}
