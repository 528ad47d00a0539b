using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NewsPortal.Web.Api;

/// <summary>Marks an endpoint that stands in the document, and says there what the generator cannot find: reading and writing differ in that.</summary>
public interface IDescribedOperation
{
    /// <summary>Describes it.</summary>
    /// <param name="description">What the generator found.</param>
    /// <param name="context">Where it found it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task DescribeAsync(OpenApiOperation description, OpenApiOperationTransformerContext context, CancellationToken cancellationToken);
}
