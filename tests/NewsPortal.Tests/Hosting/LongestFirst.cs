using NewsPortal.Tests.Browser;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("NewsPortal.Tests.Hosting.LongestFirst", "NewsPortal.Tests")]

namespace NewsPortal.Tests.Hosting;

/// <summary>The pages in a browser take minutes, one after the other: begun last, they would be waited for by nothing else.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => c.DisplayName == SampleSiteCollection.Name ? 0 : 1);
}
