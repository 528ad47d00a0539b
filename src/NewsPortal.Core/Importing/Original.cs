namespace NewsPortal.Core.Importing;

/// <summary>An imported file's bytes, stored once by content hash, so that a better importer can run over it again.</summary>
public sealed class Original
{
    /// <summary>SHA-256 of the bytes, hexadecimal.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>The bytes, compressed with Brotli.</summary>
    public byte[] Compressed { get; set; } = [];

    /// <summary>Length in bytes before compression.</summary>
    public int Length { get; set; }
}

/// <summary>One coming of an original: which file it was, and which importer read it.</summary>
public sealed class OriginalUse
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The bytes.</summary>
    public string OriginalHash { get; set; } = string.Empty;

    /// <summary>The article that it became.</summary>
    public long ArticleId { get; set; }

    /// <summary>The article that it became.</summary>
    public Articles.Article Article { get; set; } = null!;

    /// <summary>The run that brought it.</summary>
    public long ImportRunId { get; set; }

    /// <summary>Its path below the imported root.</summary>
    public string Path { get; set; } = string.Empty;

    /// <summary>Its extension, lower case with the dot: which format it was read as.</summary>
    public string Extension { get; set; } = string.Empty;

    /// <summary>The encoding it was read in.</summary>
    public string Encoding { get; set; } = string.Empty;

    /// <summary>The encoding that the operator chose for it; null where its bytes decided. A later reading keeps to it.</summary>
    public string? ChosenEncoding { get; set; }

    /// <summary>The section that the operator chose for it; null where the file or its folder decided.</summary>
    public string? ChosenSection { get; set; }

    /// <summary>The version of the importer that last read it.</summary>
    public int ImporterVersion { get; set; }

    /// <summary>When.</summary>
    public DateTime ImportedUtc { get; set; }
}

/// <summary>One run of the importer and its counts.</summary>
public sealed class ImportRun
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>When it began.</summary>
    public DateTime StartedUtc { get; set; }

    /// <summary>When it ended; null while it runs or where it was cut off.</summary>
    public DateTime? FinishedUtc { get; set; }

    /// <summary>Who or what asked for it.</summary>
    public string Actor { get; set; } = string.Empty;

    /// <summary>Articles that were new.</summary>
    public int Added { get; set; }

    /// <summary>Articles whose content changed.</summary>
    public int Revised { get; set; }

    /// <summary>Inputs that changed nothing.</summary>
    public int Unchanged { get; set; }

    /// <summary>Inputs that were refused.</summary>
    public int Rejected { get; set; }
}

/// <summary>One input's line in a run's report: kept for what an editor must see (rejections and warnings).</summary>
public sealed class ImportRunEntry
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>The run.</summary>
    public long ImportRunId { get; set; }

    /// <summary>The input.</summary>
    public string Path { get; set; } = string.Empty;

    /// <summary><c>added</c>, <c>revised</c>, <c>unchanged</c> or <c>rejected</c>.</summary>
    public string Outcome { get; set; } = string.Empty;

    /// <summary>The article it became.</summary>
    public long? ArticleId { get; set; }

    /// <summary>The line that the message is about; 0 for the whole input.</summary>
    public int Line { get; set; }

    /// <summary>The reason or warning.</summary>
    public string? Message { get; set; }
}
