namespace NewsPortal.Core.Pushing;

/// <summary>What came of sending some deliveries together.</summary>
/// <param name="State">What became of them: <see cref="PushState.Taken"/>, <see cref="PushState.Refused"/>, or <see cref="PushState.Waiting"/> where it is to be tried again.</param>
/// <param name="Text">What was answered, for whoever looks; no secrets.</param>
/// <param name="PauseUntilUtc">Nothing more before this moment; null for no pause.</param>
public sealed record PushAnswer(PushState State, string Text, DateTime? PauseUntilUtc = null)
{
    /// <summary>Addresses of which something else became: their state and why.</summary>
    public IReadOnlyDictionary<string, (PushState State, string Text)> Apart { get; init; } = new Dictionary<string, (PushState, string)>();

    /// <summary>The receiver is full for now: this says nothing about the addresses, and is no failed attempt.</summary>
    public bool IsFull { get; init; }
}
