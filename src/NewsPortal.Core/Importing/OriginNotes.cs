using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Importing;

/// <summary>
/// Notes where each field came from while a file is written into an article, and leaves alone what a person edited.
/// </summary>
/// <param name="body">The article's body, with what was noted before.</param>
/// <param name="extracted">What the file became.</param>
internal sealed class OriginNotes(ArticleBody body, ExtractedArticle extracted)
{
    /// <summary>The origin of the moment at which an import changed a public text.</summary>
    public static readonly FieldOrigin ChangedByImport = FieldOrigin.By("an import changed the text");

    private readonly FieldOrigins _before = body.Origins;
    private readonly FieldOrigins _now = Edited(body.Origins);

    /// <summary>True for a field that a person edited.</summary>
    public bool IsEdited(string field) => _before.IsEdited(field);

    /// <summary>What was noted before this file.</summary>
    public FieldOrigin? Before(string field) => _before[field];

    /// <summary>Sets a field and notes its origin, unless a person edited it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="set">Sets it.</param>
    /// <param name="origin">Its origin; null where the extraction knows it.</param>
    public void Take(string field, Action set, FieldOrigin? origin = null)
    {
        if (IsEdited(field)) return;
        set();
        _now.Set(field, origin ?? extracted.Origins.GetValueOrDefault(field));
    }

    /// <summary>As <see cref="Take"/>, where setting it asks the store.</summary>
    public async Task TakeAsync(string field, Func<Task> set, FieldOrigin? origin = null)
    {
        if (IsEdited(field)) return;
        await set();
        _now.Set(field, origin ?? extracted.Origins.GetValueOrDefault(field));
    }

    /// <summary>Notes the origin of a field that is set once and for ever.</summary>
    public void TakeOnce(string field, string otherwise) =>
        _now.Set(field, _before[field] ?? extracted.Origins.GetValueOrDefault(field) ?? FieldOrigin.By(otherwise));

    /// <summary>Fields that this file does not touch keep their origins.</summary>
    public void Leave(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields) _now.Set(field, _before[field]);
    }

    /// <summary>A field that has no value has no origin either.</summary>
    public void Forget(string field)
    {
        if (!IsEdited(field)) _now.Set(field, null);
    }

    /// <summary>An editor should know that the file no longer decides.</summary>
    public void WarnOfEdited()
    {
        var edited = _before.Fields.Where(IsEdited).ToList();
        if (edited.Count > 0) extracted.Warnings.Add(new ImportWarning(0, $"Edited by hand and left as it stands: {string.Join(", ", edited)}."));
    }

    /// <summary>The notes as they are stored.</summary>
    public override string ToString() => _now.ToString();

    private static FieldOrigins Edited(FieldOrigins before)
    {
        foreach (var field in before.Fields.Where(f => !before.IsEdited(f)).ToList()) before.Set(field, null);
        return before;
    }
}
