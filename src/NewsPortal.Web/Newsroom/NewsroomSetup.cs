using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NewsPortal.Core.Access;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Newsroom;

/// <summary>Puts the newsroom into the program: who may come in, and what holds for each of its answers.</summary>
public static class NewsroomSetup
{
    /// <summary>The scheme of the cookie of who is signed in.</summary>
    public const string Scheme = "newsroom";

    /// <summary>The scheme of the cookie between password and second factor.</summary>
    public const string CodeScheme = "newsroom-code";

    // Script is allowed here, but only the newsroom's own files, and none of them may write markup but through its one policy.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; frame-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types newsroom";

    /// <summary>Adds its services.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="limits">How much may be sent.</param>
    /// <param name="configuration">The program's configuration.</param>
    public static void AddNewsroom(this IServiceCollection services, SiteLimits limits, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(limits);
        services.AddSingleton(SecondStep.Read(configuration));
        services.AddSingleton<FailedSignIns>();
        services.AddScoped<Passkeys>();
        services.AddSingleton<PreviewPages>();
        services.AddHttpContextAccessor();
        services.AddScoped<Bilingual>();
        services.AddSingleton<FirstStart>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<AuditRuns>();
        services.AddSingleton<SlowPages>();
        services.AddScoped(provider => new StaffSessions(provider.GetRequiredService<NewsDbContext>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new StaffMembers(provider.GetRequiredService<NewsDbContext>(), provider.GetRequiredService<TimeProvider>(), ActorOf(provider)));
        services.AddScoped(provider => new StaffInvitations(provider.GetRequiredService<NewsDbContext>(), provider.GetRequiredService<TimeProvider>(), ActorOf(provider)));
        services.AddScoped<SignIn>();
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, StoredKeys>();
        services.AddDataProtection().SetApplicationName("newsportal");
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "newsroom-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.HeaderName = "X-Form-Token";
        });
        services.Configure<CookieTempDataProviderOptions>(told =>
        {
            told.Cookie.Name = "newsroom-told";
            told.Cookie.SameSite = SameSiteMode.Strict;
            told.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton(provider => new UploadPieces(provider.GetRequiredService<NewsStore>(), provider.GetRequiredService<TimeProvider>(), limits.UploadBytes));
        AddIdentity(services);
        AddCookies(services);
        services.AddAuthorization(options =>
        {
            foreach (var act in Enum.GetValues<StaffAct>())
            {
                options.AddPolicy(act.ToString(), policy => policy.RequireAssertion(context => context.Resource is HttpContext http && CurrentStaff.Of(http)?.May(act) == true));
            }
        });
        services.Configure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AuthorizeFolder("/Newsroom");

            pages.Conventions.AddPageRoute("/Newsroom/Article", "/newsroom/articles/new");

            // Read to the disk, not into memory, before the form's token is looked for.
            foreach (var page in (string[])["/Newsroom/Upload", "/Newsroom/Attachments", "/Newsroom/ArticleAttachments"])
            {
                pages.Conventions.AddPageApplicationModelConvention(page, upload =>
                {
                    upload.Filters.Add(new RequestSizeLimitAttribute(limits.UploadBytes));
                    upload.Filters.Add(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = limits.UploadBytes, ValueLengthLimit = 64 * 1024 * 1024 });
                });
            }

            // Readers' pages have no form that changes anything; the newsroom's all have, and each carries its token.
            pages.Conventions.AddFolderApplicationModelConvention("/", IgnoreTokensOfReaders);
        });
    }

    /// <summary>Adds what holds for each of its answers; behind routing.</summary>
    /// <param name="app">The program.</param>
    public static void UseNewsroom(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        // Without these marks the program would ask every reader's request who it is, which a reader's page has no use for.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        ((IApplicationBuilder)app).Properties["__AuthorizationMiddlewareSet"] = true;
        app.UseWhen(http => NewsroomAddresses.Has(http.Request.Path), newsroom =>
        {
            newsroom.Use((http, next) =>
            {

                // At the last moment: whatever hides a form's token in an answer sets a weaker rule, and warns where it finds another.
                http.Response.OnStarting(() =>
                {
                    http.Response.Headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
                http.Response.Headers.ContentSecurityPolicy = ContentPolicy;
                http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
                http.Response.Headers["Referrer-Policy"] = "same-origin";
                return next(http);
            });
            newsroom.UseAuthentication();
            SecondStep.Enforce(newsroom);
            newsroom.UseAuthorization();
        });
    }

    // Whose acts these are; before anybody is signed in only the first administrator's own.
    private static string ActorOf(IServiceProvider provider) =>
        provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http && CurrentStaff.Of(http) is { } staff ? staff.Name : "setup";

    private static void IgnoreTokensOfReaders(PageApplicationModel page)
    {
        if (!page.ViewEnginePath.StartsWith("/Newsroom/", StringComparison.Ordinal))
        {
            page.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
        }
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<StaffMember>(identity =>
        {
            identity.User.AllowedUserNameCharacters = string.Empty;
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddDefaultTokenProviders();
        services.AddScoped<IUserStore<StaffMember>>(provider =>
            new UserOnlyStore<StaffMember, NewsDbContext, int, IdentityUserClaim<int>, IdentityUserLogin<int>, IdentityUserToken<int>, IdentityUserPasskey<int>>(
                provider.GetRequiredService<NewsDbContext>()));
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = StaffMembers.Hashing.IterationCount);
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            Set(cookie, "newsroom");
            cookie.ExpireTimeSpan = StaffSessions.Longest;
            cookie.SlidingExpiration = false;
            cookie.LoginPath = NewsroomAddresses.SignIn;
            cookie.ReturnUrlParameter = "back";
            cookie.Events.OnValidatePrincipal = ValidateAsync;
            cookie.Events.OnRedirectToAccessDenied = context => Refuse(context.HttpContext, StatusCodes.Status403Forbidden);
            cookie.Events.OnRedirectToLogin = context =>
            {
                if (!HttpMethods.IsGet(context.Request.Method))
                {
                    return Refuse(context.HttpContext, StatusCodes.Status401Unauthorized);
                }

                context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
        }).AddCookie(CodeScheme, cookie =>
        {
            Set(cookie, "newsroom-code");
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        foreach (var scheme in (string[])[Scheme, CodeScheme])
        {
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<CurrentSite>((cookie, site) => cookie.CookieManager = new HostCookies(site));
        }
    }

    private static void Set(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    // A cookie is worth what its row in the store is worth: an ended session is a stranger's on every node.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var session = context.Principal?.FindFirst(CurrentStaff.SessionClaim)?.Value;
        var member = session is null ? null : await context.HttpContext.RequestServices.GetRequiredService<StaffSessions>().FindAsync(session, context.HttpContext.RequestAborted);
        if (member is null)
        {
            context.RejectPrincipal();
            return;
        }

        CurrentStaff.Set(context.HttpContext, member, session!);
    }

    private static Task Refuse(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
