using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>One way to narrow a search, as links with counts.</summary>
/// <param name="Words">The words of the page.</param>
/// <param name="Name">What it narrows by.</param>
/// <param name="AllPath">The address without it.</param>
/// <param name="IsAll">It narrows nothing now.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record SearchFacet(Words Words, string Name, string AllPath, bool IsAll, IEnumerable<SearchChoice> Choices);

/// <summary>One choice of a <see cref="SearchFacet"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many articles it leaves.</param>
/// <param name="Path">The address of the search so narrowed.</param>
/// <param name="IsChosen">It is chosen now.</param>
public sealed record SearchChoice(string Name, int Count, string Path, bool IsChosen);
