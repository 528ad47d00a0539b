using System.ComponentModel.DataAnnotations;

namespace NewsPortal.Web.Api.Resources;

/// <summary>Changes of public articles, in the order in which they happened.</summary>
public sealed class ChangeList
{
    /// <summary>The changes. Between two of them numbers can be missing: those belong to events that change no article.</summary>
    [Required]
    public IReadOnlyList<ChangeItem> Changes { get; set; } = [];

    /// <summary>All changes up to this number are told: what to ask `since` next time.</summary>
    [Required]
    public long Sequence { get; set; }

    /// <summary>There is more already: ask again at once.</summary>
    [Required]
    public bool More { get; set; }

    /// <summary>The address to ask next, now or later.</summary>
    [Required]
    public string Next { get; set; } = string.Empty;
}

/// <summary>One change of one article.</summary>
public sealed class ChangeItem
{
    /// <summary>Its number in the ledger.</summary>
    [Required]
    public long Sequence { get; set; }

    /// <summary>What happened. After `withdrawn` and `removed` the article is to be dropped, after every other kind to be read.</summary>
    [Required]
    public ChangeItemKind Kind { get; set; }

    /// <summary>When, RFC 3339 with the site's offset.</summary>
    [Required]
    public string At { get; set; } = string.Empty;

    /// <summary>The article's number, by which a mirror knows it again.</summary>
    [Required]
    public long Number { get; set; }

    /// <summary>The article's id as it is now; absent where it has left the store.</summary>
    public string? Id { get; set; }

    /// <summary>The address of the article's page as it is now; absent where it has left the store.</summary>
    public string? Url { get; set; }

    /// <summary>SHA-256 over the article's public content after the change.</summary>
    public string? ContentHash { get; set; }

    /// <summary>The hash of the ledger's row, which tells whether it is still the same ledger.</summary>
    [Required]
    public string Hash { get; set; } = string.Empty;
}
