using NewsPortal.Core.Media;
using NewsPortal.Web.Commands;

if (args is [PictureBench.Verb])
{
    PictureBench.Serve(Console.OpenStandardInput(), Console.OpenStandardOutput());
    return CommandLine.Ok;
}

return await CommandLine.RunAsync(args, Console.Out, Console.Error);
