namespace NewsPortal.Core.Finding.Searching;

/// <summary>One thing that an article must hold (or must not): a phrase, a single character, or a spelling in Latin letters.</summary>
/// <param name="Typed">As typed, without quotation marks.</param>
/// <param name="Phrases">Token sequences of which one must stand in the article; none where only characters are asked for.</param>
/// <param name="Characters">Single characters that must stand in it.</param>
internal sealed record SearchClause(string Typed, IReadOnlyList<IReadOnlyList<string>> Phrases, IReadOnlyList<string> Characters)
{
    /// <summary>It was typed in quotation marks, so it is never loosened.</summary>
    public bool Quoted { get; init; }

    /// <summary>The last token of its phrase may go on: half an English word.</summary>
    public bool LastIsPrefix { get; init; }

    /// <summary>Its phrases are syllables of a headline.</summary>
    public bool Spelt { get; init; }

    /// <summary>A clause of one token.</summary>
    /// <param name="token">The token.</param>
    public static SearchClause Of(string token) => new(token, [[token]], []);
}
