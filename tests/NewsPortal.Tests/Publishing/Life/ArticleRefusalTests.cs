using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing.Life;

/// <summary>What the desk refuses, and that it says of which field.</summary>
public sealed class ArticleRefusalTests
{
    private static readonly ArticleAct[] Acts =
    [
        ArticleAct.Save, ArticleAct.Submit, ArticleAct.Reject, ArticleAct.Publish, ArticleAct.Schedule, ArticleAct.HoldBack, ArticleAct.Embargo,
        ArticleAct.Correct, ArticleAct.Withdraw, ArticleAct.Restore, ArticleAct.Move, ArticleAct.RestoreRevision,
    ];

    public static TheoryData<ArticleStatus> States => [.. Enum.GetValues<ArticleStatus>()];

    [Theory]
    [MemberData(nameof(States))]
    public async Task In_each_state_the_acts_of_the_table_are_possible_and_no_others(ArticleStatus status)
    {
        using var room = await Newsroom.OpenAsync(StoreKindsAttribute.Sqlite, null!);
        foreach (var act in Acts)
        {
            var id = await InAsync(room, status);
            var tried = await Record.ExceptionAsync(() => DoAsync(room, act, id));
            if (ArticleActs.May(status, act))
            {
                Assert.True(tried is null, $"{act} in {status}: {tried?.Message}");
            }
            else
            {
                var refused = Assert.IsType<ArticleEditException>(tried);
                Assert.Equal(("status", EditProblem.NotPossible), (refused.Field, refused.Problem));
            }
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void An_article_guards_itself_by_the_same_table(ArticleStatus status)
    {
        var now = new DateTime(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
        (ArticleAct Act, Action<Article> Do)[] acts =
        [
            (ArticleAct.Submit, a => a.Submit(now)), (ArticleAct.Reject, a => a.Reject(now)), (ArticleAct.Publish, a => a.Publish(now)),
            (ArticleAct.Schedule, a => a.Schedule(now)), (ArticleAct.HoldBack, a => a.HoldBack(now)), (ArticleAct.Correct, a => a.Correct(now)),
            (ArticleAct.Withdraw, a => a.Withdraw("x", now)), (ArticleAct.Restore, a => a.Restore(now)),
        ];
        foreach (var (act, perform) in acts)
        {
            Assert.Equal(ArticleActs.May(status, act), Record.Exception(() => perform(new Article { Status = status })) is null);
        }
    }

    [Fact]
    public async Task What_cannot_be_stored_is_refused_by_the_name_of_its_field_and_nothing_is_written()
    {
        using var room = await Newsroom.OpenAsync(StoreKindsAttribute.Sqlite, null!);
        var article = await room.PublishedAsync();
        var edit = await room.EditOfAsync(article.Id);
        (string Field, EditProblem Problem, ArticleEdit Edit)[] cases =
        [
            ("headline", EditProblem.TooLong, edit with { Headline = new string('长', 401) }),
            ("headline", EditProblem.Missing, edit with { Headline = " ", Body = " " }),
            ("body", EditProblem.Missing, edit with { Body = "<p> </p>" }),
            ("body", EditProblem.TooLong, edit with { Body = string.Concat(Enumerable.Repeat("<div>", 20_000)) }),
            ("body", EditProblem.Unknown, edit with { Body = "<p>图</p><img src='picture:7'>" }),
            ("cover", EditProblem.Unknown, edit with { Cover = "/media/aa/" + new string('a', 30) + ".jpg" }),
            ("published", EditProblem.Ahead, edit with { PublishedUtc = room.Now.AddDays(1) }),
            ("published", EditProblem.Missing, edit with { PublishedUtc = null }),
            ("published", EditProblem.Unreadable, edit with { PublishedUtc = new DateTime(1026, 1, 1, 0, 0, 0, DateTimeKind.Utc) }),
            ("embargo", EditProblem.Ahead, edit with { EmbargoUtc = room.Now.AddDays(1) }),
            ("language", EditProblem.Unreadable, edit with { Language = "中文" }),
            ("canonicalUrl", EditProblem.Unreadable, edit with { OriginalUrl = "javascript:alert(1)" }),
            ("tags", EditProblem.TooLong, edit with { Tags = [new string('长', 51)] }),
            ("tags", EditProblem.TooLong, edit with { Tags = [.. Enumerable.Range(0, 51).Select(i => $"标签{i}")] }),
            ("source", EditProblem.TooLong, edit with { Source = new string('长', 81) }),
            ("summary", EditProblem.TooLong, edit with { Summary = new string('长', 2001) }),
        ];
        foreach (var (field, problem, wrong) in cases)
        {
            var refused = await Assert.ThrowsAsync<ArticleEditException>(() => room.Desk.SaveAsync(article.Id, article.Version, wrong));
            Assert.Equal((field, problem), (refused.Field, refused.Problem));
            Assert.StartsWith(field + ": ", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(article.Version, (await room.ReadAsync(article.Id)).Version);
    }

    [Fact]
    public async Task A_reason_a_notice_and_a_moment_ahead_are_asked_for()
    {
        using var room = await Newsroom.OpenAsync(StoreKindsAttribute.Sqlite, null!);
        var article = await room.PublishedAsync();
        var draft = await room.DraftAsync();
        var edit = await room.EditOfAsync(article.Id);
        await RefusedAsync("reason", () => room.Desk.WithdrawAsync(article.Id, " "));
        await RefusedAsync("reason", () => room.Desk.RejectAsync(draft.Id, new string('长', 501)));
        await RefusedAsync("notice", () => room.Desk.CorrectAsync(article.Id, article.Version, edit, ""));
        await RefusedAsync("published", () => room.Desk.ScheduleAsync(draft.Id, room.Now));
        await RefusedAsync("id", () => room.Desk.PublishAsync(99));
        await RefusedAsync("revision", () => room.Desk.RestoreRevisionAsync(article.Id, article.Version, 5));
        await RefusedAsync("slug", () => room.Desk.MoveAsync(article.Id, "！！"));
        await room.Desk.EmbargoAsync(draft.Id, room.Now.AddHours(1));
        await RefusedAsync("embargo", () => room.Desk.PublishAsync(draft.Id));
        var empty = await room.Desk.CreateAsync(new ArticleEdit { Headline = "只有标题" });
        await RefusedAsync("body", () => room.Desk.SubmitAsync(empty.Id));
        await RefusedAsync("headline", () => room.Desk.CreateAsync(new ArticleEdit()));
    }

    private static async Task RefusedAsync(string field, Func<Task> act) => Assert.Equal(field, (await Assert.ThrowsAsync<ArticleEditException>(act)).Field);

    private static async Task<long> InAsync(Newsroom room, ArticleStatus status)
    {
        var draft = await room.DraftAsync(Newsroom.AnEdit($"第{Guid.NewGuid():N}篇"));
        await room.Desk.SaveAsync(draft.Id, 1, Newsroom.AnEdit($"第{draft.Id}篇"));
        switch (status)
        {
            case ArticleStatus.InReview:
                await room.Desk.SubmitAsync(draft.Id);
                break;
            case ArticleStatus.Scheduled:
                await room.Desk.ScheduleAsync(draft.Id, room.Now.AddHours(1));
                break;
            case ArticleStatus.Published:
                await room.Desk.PublishAsync(draft.Id);
                break;
            case ArticleStatus.Withdrawn:
                await room.Desk.PublishAsync(draft.Id);
                await room.Desk.WithdrawAsync(draft.Id, "错稿");
                break;
        }

        return draft.Id;
    }

    private static async Task DoAsync(Newsroom room, ArticleAct act, long id)
    {
        var (desk, article) = (room.Desk, await room.ReadAsync(id));
        var edit = ArticleEdit.Of(article, article.Body!) with { Kicker = "改" };
        await (act switch
        {
            ArticleAct.Save => desk.SaveAsync(id, article.Version, edit),
            ArticleAct.Submit => desk.SubmitAsync(id),
            ArticleAct.Reject => desk.RejectAsync(id, "重写"),
            ArticleAct.Publish => desk.PublishAsync(id),
            ArticleAct.Schedule => desk.ScheduleAsync(id, room.Now.AddDays(1)),
            ArticleAct.HoldBack => desk.HoldBackAsync(id),
            ArticleAct.Embargo => desk.EmbargoAsync(id, room.Now.AddDays(1)),
            ArticleAct.Correct => desk.CorrectAsync(id, article.Version, edit, "有误"),
            ArticleAct.Withdraw => desk.WithdrawAsync(id, "错稿"),
            ArticleAct.Restore => desk.RestoreAsync(id),
            ArticleAct.Move => desk.MoveAsync(id, $"moved-{id}"),
            ArticleAct.RestoreRevision => desk.RestoreRevisionAsync(id, article.Version, 1),
            _ => throw new InvalidOperationException(act.ToString()),
        });
    }
}
