using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Who did what, when, and what it was before.</summary>
/// <param name="db">The store.</param>
[Requires(StaffAct.Record)]
public sealed class RecordModel(NewsDbContext db) : NewsroomPage
{
    private const int PageLength = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The entries, the newest first.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>Whose acts are shown; null for everyone's.</summary>
    public string? Actor { get; private set; }

    /// <summary>Where the next page begins; null at the end.</summary>
    public long? Next { get; private set; }

    /// <summary>Reads a page.</summary>
    /// <param name="actor">Whose acts.</param>
    /// <param name="before">Older than this entry.</param>
    public async Task OnGetAsync([FromQuery] string? actor, [FromQuery] long? before)
    {
        Actor = string.IsNullOrWhiteSpace(actor) ? null : actor.Trim();
        var read = await AuditTrail.ReadAsync(db, new AuditQuery(Actor: Actor, BeforeId: before), PageLength + 1, HttpContext.RequestAborted);
        Entries = [.. read.Take(PageLength)];
        Next = read.Count > PageLength ? Entries[^1].Id : null;
    }

    /// <summary>The whole record, one JSON object a line, the newest first.</summary>
    public async Task<IActionResult> OnGetExportAsync()
    {
        Response.ContentType = "application/x-ndjson; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=record.jsonl";
        for (long? before = null; ;)
        {
            var read = await AuditTrail.ReadAsync(db, new AuditQuery(BeforeId: before), PageLength, HttpContext.RequestAborted);
            foreach (var entry in read)
            {
                await JsonSerializer.SerializeAsync(Response.Body, entry, Json, HttpContext.RequestAborted);
                await Response.Body.WriteAsync("\n"u8.ToArray(), HttpContext.RequestAborted);
            }

            if (read.Count < PageLength)
            {
                return new EmptyResult();
            }

            before = read[^1].Id;
        }
    }
}
