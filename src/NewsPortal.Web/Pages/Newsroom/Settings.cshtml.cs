using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What the publisher sets once for the whole site.</summary>
/// <param name="db">The store.</param>
/// <param name="settings">Where settings are kept.</param>
/// <param name="configuration">What locks some of them.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Administer)]
public sealed class SettingsModel(
    NewsDbContext db, SiteSettingsStore settings, IConfiguration configuration, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    /// <summary>The fields of the form.</summary>
    public IReadOnlyList<SettingField> Fields { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Show(await settings.LoadAsync(db, HttpContext.RequestAborted), null);

    /// <summary>Saves those that were changed: all of them, or none where one is not possible.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var cancelled = HttpContext.RequestAborted;
        var inForce = await settings.LoadAsync(db, cancelled);
        var changed = SettingKeys.All.Where(k => Request.Form.ContainsKey(k.Name) && !SiteConfiguration.IsLocked((IConfigurationRoot)configuration, k))
            .Select(k => (Key: k, Value: Request.Form[k.Name].ToString().Trim())).Where(c => c.Value != c.Key.Read(inForce)).ToList();
        if (changed.Find(c => c.Key.Fault(c.Value) is not null) is { Key: { } wrong } refused)
        {
            Fault = say[$"“{Words(wrong.Name).Label}”不能这样填。（{wrong.Fault(refused.Value)}）", $"{Words(wrong.Name).Label} {wrong.Fault(refused.Value)}."];
            Response.StatusCode = StatusCodes.Status400BadRequest;
            Show(inForce, changed.ToDictionary(c => c.Key.Name, c => c.Value, StringComparer.Ordinal));
            return Page();
        }

        await settings.SetAsync(db, [.. changed.Select(c => (c.Key.Name, c.Value))], Staff.Name, clock, cancelled);
        await site.RefreshAsync(cancellationToken: cancelled);
        Done = changed.Count == 0 ? say["没有改动。", "Nothing was changed."] : say["已保存，读者马上看到。", "Saved; readers see it at once."];
        return RedirectToPage();
    }

    private void Show(SiteSettings inForce, Dictionary<string, string>? typed) => Fields =
    [
        .. SettingKeys.All.Select(k =>
        {
            var (label, hint) = Words(k.Name);
            return new SettingField(k.Name, label, hint, typed?.GetValueOrDefault(k.Name) ?? k.Read(inForce), SiteConfiguration.IsLocked((IConfigurationRoot)configuration, k), Choices(k.Name));
        }),
    ];

    private (string Label, string Hint) Words(string key) => key switch
    {
        "Name" => (say["网站名称", "Name"], say["1 到 40 个字。", "1 to 40 characters."]),
        "Tagline" => (say["一句话简介", "Tagline"], say["写在名称下面；空着就没有。", "Below the name; empty shows none."]),
        "BaseUrl" => (say["网址", "Address"], say["例如 https://news.example.com；空着就用服务器自己的地址。搜索引擎和订阅都用它。", "Such as https://news.example.com; empty means the server's own. Search engines and feeds use it."]),
        "Language" => (say["页面语言", "Language"], string.Empty),
        "TimeZone" => (say["时区", "Time zone"], say["例如 Asia/Shanghai。文件里没写时区的时间按它理解。", "Such as Asia/Shanghai; times of files that state no zone are read in it."]),
        "Accent" => (say["主色", "Accent colour"], say["#rrggbb；太浅的颜色会自动加深到看得清。", "#rrggbb; a pale one is darkened until it can be read."]),
        "Logo" => (say["标志图片的网址", "Logo's address"], say["本站以 / 开头的网址；空着只写名称。", "An address of this site that begins with /; empty shows the name."]),
        "IcpNumber" => (say["ICP 备案号", "ICP number"], say["空着就不显示。", "Empty shows none."]),
        "PoliceNumber" => (say["公安备案号", "Public security number"], say["空着就不显示。", "Empty shows none."]),
        "LicenceNumber" => (say["新闻信息服务许可证号", "News licence number"], say["空着就不显示。", "Empty shows none."]),
        "ReportContact" => (say["举报电话或邮箱", "Contact for reports"], say["空着就不显示。", "Empty shows none."]),
        "CountReads" => (say["统计阅读", "Count reads"], say["热读榜由它来；不用 Cookie，不记是谁。", "What is read most comes of it; without cookies, and nobody is noted."]),
        _ => (key, string.Empty),
    };

    private IReadOnlyList<(string Value, string Label)> Choices(string key) => key switch
    {
        "Language" => [("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文"), ("en", "English")],
        "CountReads" => [("true", say["统计", "yes"]), ("false", say["不统计", "no"])],
        _ => [],
    };
}

/// <summary>A setting in the form.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">What may be said there.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsLocked">Environment or command line give it.</param>
/// <param name="Choices">What may be chosen; none where it is typed.</param>
public sealed record SettingField(string Key, string Label, string Hint, string Value, bool IsLocked, IReadOnlyList<(string Value, string Label)> Choices);
