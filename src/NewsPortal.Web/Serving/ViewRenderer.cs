using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace NewsPortal.Web.Serving;

/// <summary>Renders a view to bytes outside any request: runs are made at publish time, by imports, and in the background.</summary>
/// <param name="engine">Finds views.</param>
/// <param name="tempData">Asked for by views, never used.</param>
/// <param name="services">What views inject.</param>
public sealed class ViewRenderer(IRazorViewEngine engine, ITempDataProvider tempData, IServiceProvider services)
{
    /// <summary>Renders a view.</summary>
    /// <param name="path">The view's path, such as <c>/Pages/Shared/ArticleRun.cshtml</c>.</param>
    /// <param name="model">Its model.</param>
    /// <returns>UTF-8 without a mark.</returns>
    public async Task<byte[]> RenderAsync<TModel>(string path, TModel model)
    {
        await using var scope = services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var view = engine.GetView(executingFilePath: null, path, isMainPage: true).View
            ?? throw new InvalidOperationException($"There is no view {path}.");
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await using var writer = new StringWriter();
        await view.RenderAsync(new ViewContext(action, view, data, new TempDataDictionary(http, tempData), writer, new HtmlHelperOptions()));
        return System.Text.Encoding.UTF8.GetBytes(writer.ToString());
    }
}
