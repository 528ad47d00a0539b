using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing.Life;

/// <summary>No save is lost, whoever saves at once.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class EditConflictTests(PrivatePostgres server)
{
    [Theory]
    [StoreKinds]
    public async Task The_second_save_from_one_version_is_refused_with_both_texts_and_the_one_they_began_with(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var article = await room.PublishedAsync();
        var edit = await room.EditOfAsync(article.Id);
        room.Clock.Pass(TimeSpan.FromMinutes(3));
        await room.DeskOf("wang").SaveAsync(article.Id, article.Version, edit with { Kicker = "城建" });
        var conflict = await Assert.ThrowsAsync<EditConflictException>(() => room.Desk.SaveAsync(article.Id, article.Version, edit with { Kicker = "民生" }));
        Assert.Equal(("wang", room.Now, article.Version + 1), (conflict.SavedBy, conflict.SavedUtc, conflict.Version));
        Assert.Equal(("城建", null), (conflict.Stored.Kicker, conflict.Began!.Kicker));
        Assert.Equal("城建", (await room.ReadAsync(article.Id)).Kicker);
        await room.Desk.SaveAsync(article.Id, conflict.Version, edit with { Kicker = "民生" });
    }

    [Fact]
    public void Edits_of_different_paragraphs_and_fields_are_made_one_and_the_others_are_named()
    {
        var began = Newsroom.AnEdit(body: "<p>一</p><p>二</p><p>三</p>");
        var merge = EditMerge.Of(
            began,
            began with { Kicker = "城建", Source = "新华社", Tags = ["桥"], Body = "<p>一改</p><p>二</p><p>三</p><p>四</p>" },
            began with { Editor = "周六", Source = "本报", Body = "<p>一</p><p>二</p><p>三改</p>" });
        Assert.Equal(["source"], merge.Conflicts);
        Assert.Equal(("城建", "周六", "本报", "<p>一改</p><p>二</p><p>三改</p><p>四</p>"), (merge.Merged.Kicker, merge.Merged.Editor, merge.Merged.Source, merge.Merged.Body));
        Assert.Equal(["桥"], merge.Merged.Tags);
        var met = EditMerge.Of(began, began with { Body = "<p>一</p><p>二甲</p><p>三</p>" }, began with { Body = "<p>一</p><p>二乙</p><p>三</p>" });
        Assert.Equal("body: <p>一</p><p>二乙</p><p>三</p>", $"{met.Conflicts.Single()}: {met.Merged.Body}");
    }

    [Theory]
    [StoreKinds]
    public async Task Of_saves_that_race_from_one_version_one_wins_and_all_others_are_told(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var article = await room.PublishedAsync();
        var edit = await room.EditOfAsync(article.Id);
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() =>
            Record.ExceptionAsync(() => room.DeskOf($"editor{i}").SaveAsync(article.Id, article.Version, edit with { Kicker = $"第{i}人" })))));
        Assert.Single(outcomes, e => e is null);
        Assert.Equal(5, outcomes.OfType<EditConflictException>().Count());
        Assert.Equal(article.Version + 1, (await room.ReadAsync(article.Id)).Version);
        Assert.Single(await room.RevisionsAsync(article.Id));
    }

    [Theory]
    [StoreKinds]
    public async Task Nobody_publishes_a_text_that_was_changed_since_he_read_it(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var draft = await room.DraftAsync();
        await room.DeskOf("wang").SaveAsync(draft.Id, 1, Newsroom.AnEdit() with { Kicker = "改" });
        await Assert.ThrowsAsync<EditConflictException>(() => room.Desk.PublishAsync(draft.Id, 1));
        Assert.Equal(ArticleStatus.Draft, (await room.ReadAsync(draft.Id)).Status);
    }

    [Theory]
    [StoreKinds]
    public async Task A_save_over_an_import_that_came_meanwhile_is_refused_too(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        await room.ImportAsync(AnArticle.Called("桥通车").Under("a.md"));
        var edit = await room.EditOfAsync(1);
        await room.ImportAsync(AnArticle.Called("桥通车").Under("a.md").With("kicker", "城建"));
        var conflict = await Assert.ThrowsAsync<EditConflictException>(() => room.Desk.SaveAsync(1, 1, edit with { Kicker = "民生" }));
        Assert.Equal(("import", "城建", null), (conflict.SavedBy, conflict.Stored.Kicker, conflict.Began!.Kicker));
    }
}
