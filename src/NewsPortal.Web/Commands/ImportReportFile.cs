using System.Text.Json;
using NewsPortal.Core.Importing;

namespace NewsPortal.Web.Commands;

/// <summary>
/// The report of an import or re-import as JSON, written as it grows: a run over a hundred thousand files holds none of it
/// in memory. An object with <c>importerVersion</c>, <c>dryRun</c>, <c>files</c> (one object an input) and, at the end, the
/// counts <c>added</c>, <c>revised</c>, <c>unchanged</c> and <c>rejected</c>.
/// </summary>
internal sealed class ImportReportFile : IAsyncDisposable
{
    private readonly ImportReport _counts = new();
    private readonly FileStream _stream;
    private readonly Utf8JsonWriter _json;

    private ImportReportFile(string path, bool dryRun)
    {
        _stream = File.Create(path);
        _json = new Utf8JsonWriter(_stream, ExtractionJson.Options);
        _json.WriteStartObject();
        _json.WriteNumber("importerVersion", ArticleExtractor.Version);
        _json.WriteBoolean("dryRun", dryRun);
        _json.WriteStartArray("files");
    }

    /// <summary>Begins one; null where none is asked for.</summary>
    public static ImportReportFile? Begin(string? path, bool dryRun) => path is null ? null : new ImportReportFile(path, dryRun);

    /// <summary>Adds an input.</summary>
    public void Add(ImportResult result)
    {
        _counts.Count(result.Outcome);
        _json.WriteStartObject();
        _json.WriteString("path", result.Path);
        _json.WriteString("outcome", result.Outcome.ToString().ToLowerInvariant());
        if (result.ArticleId is { } id)
        {
            _json.WriteNumber("articleId", id);
        }

        _json.WriteString("address", result.Address);
        _json.WriteString("error", result.Error);
        _json.WriteNumber("errorLine", result.ErrorLine);
        Changes(result);
        _json.WritePropertyName("extraction");
        if (result.Extraction is { } extraction)
        {
            ExtractionJson.Write(extraction, _json, withText: false);
        }
        else
        {
            _json.WriteNullValue();
        }

        _json.WriteEndObject();
        _json.Flush();
    }

    public async ValueTask DisposeAsync()
    {
        _json.WriteEndArray();
        _json.WriteNumber("added", _counts.Added);
        _json.WriteNumber("revised", _counts.Revised);
        _json.WriteNumber("unchanged", _counts.Unchanged);
        _json.WriteNumber("rejected", _counts.Rejected);
        _json.WriteEndObject();
        await _json.DisposeAsync();
        await _stream.DisposeAsync();
    }

    private void Changes(ImportResult result)
    {
        if (result.Changes is not { } changes)
        {
            return;
        }

        _json.WriteStartArray("changes");
        foreach (var change in changes)
        {
            _json.WriteStartObject();
            _json.WriteString("field", change.Field);
            _json.WriteString("old", change.Old);
            _json.WriteString("new", change.New);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
