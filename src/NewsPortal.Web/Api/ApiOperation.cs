using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NewsPortal.Web.Api;

/// <summary>What one address of the API does: its parameters are checked by it, and the document is written from it.</summary>
/// <param name="Id">Its name in programs made from the document.</param>
/// <param name="Path">Its address, as a route.</param>
/// <param name="Group">What it is listed under.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Description">What else there is to know.</param>
/// <param name="Answer">What it answers.</param>
/// <param name="Parameters">What it takes.</param>
public sealed record ApiOperation(
    string Id, string Path, string Group, string Summary, string Description, Type Answer, IReadOnlyList<ApiParameter> Parameters) : IDescribedOperation
{
    /// <summary>Refusals beyond 400, by status, and when they are answered.</summary>
    public IReadOnlyDictionary<int, string> Refusals { get; init; } = new Dictionary<int, string>();

    /// <inheritdoc/>
    public Task DescribeAsync(OpenApiOperation description, OpenApiOperationTransformerContext context, CancellationToken cancellationToken) =>
        ApiDocumentRules.ReadingAsync(this, description, context, cancellationToken);
}
