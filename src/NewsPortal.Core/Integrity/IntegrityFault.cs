namespace NewsPortal.Core.Integrity;

/// <summary>One place where what is stored is not what was stored.</summary>
/// <param name="Where">What is damaged: <c>database</c>, <c>ledger</c>, <c>article 12</c>, <c>picture /media/…</c>, <c>attachment 3 (NAME)</c>, <c>original …</c>, <c>page of article 12</c>.</param>
/// <param name="What">What is wrong with it, and what to do where something can be done.</param>
public sealed record IntegrityFault(string Where, string What)
{
    /// <summary>As a line for a person.</summary>
    public override string ToString() => $"{Where}: {What}";
}

/// <summary>What an examination looked at.</summary>
public sealed class IntegrityReport
{
    /// <summary>Articles, in every state.</summary>
    public int Articles { get; set; }

    /// <summary>Pictures.</summary>
    public int Pictures { get; set; }

    /// <summary>Documents that readers may download.</summary>
    public int Attachments { get; set; }

    /// <summary>Kept files of imports.</summary>
    public int Originals { get; set; }

    /// <summary>Rows of the change ledger.</summary>
    public long Changes { get; set; }

    /// <summary>Hash of the ledger's last row: kept elsewhere, it later proves that no row before it was changed or cut off.</summary>
    public string Root { get; set; } = Core.Changes.ChangeLedger.Root;

    /// <summary>Places where something is wrong.</summary>
    public int Faults { get; set; }

    /// <summary>As the last line for a person.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Articles} articles, {Pictures} pictures, {Attachments} attachments, {Originals} originals, {Changes} ledger rows: {(Faults == 0 ? "no fault" : Faults == 1 ? "1 fault" : $"{Faults} faults")}");
}
