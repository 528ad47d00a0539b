namespace NewsPortal.Web.StaticSite;

/// <summary>The site is written as files: what has an address with a query is not there, so pagers lead to the archive.</summary>
/// <param name="IsStatic">It is.</param>
public sealed record StaticOptions(bool IsStatic);
