using NetVips;

namespace NewsPortal.Core.Media;

/// <summary>The native image library (libvips), with everything shut that a news site's pictures do not need.</summary>
internal static class ImageLibrary
{
    // Class names of libvips' loaders; a kind that is not listed here cannot be opened by any call.
    private static readonly string[] Open =
    [
        "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadNsgif", "VipsForeignLoadWebp", "VipsForeignLoadHeif", "VipsForeignLoadTiff",
    ];

    private static readonly Lazy<bool> Ready = new(SetUp);

    // A damaged picture makes the library write a line for each of its rows to standard error; what matters comes as an exception.
    private static readonly Log.LogDelegate Unheard = (_, _, _) => { };

    /// <summary>Sets the library up once; every use of it calls this first.</summary>
    /// <exception cref="RefusedPictureException">The library cannot be loaded on this machine.</exception>
    public static void Prepare()
    {
        if (!Ready.Value)
        {
            throw new RefusedPictureException("the image library cannot be loaded on this machine, so no picture is taken; its native package must fit the processor and system");
        }
    }

    private static bool SetUp()
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            return false;
        }

        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, Unheard);

        // Pictures are worked on side by side; several threads for one would only wait for each other.
        NetVips.NetVips.Concurrency = 1;

        // No operation is ever repeated here, and what a hostile picture left behind must not be met again.
        Cache.Max = 0;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Open)
        {
            Operation.Block(loader, false);
        }

        NetVips.NetVips.BlockUntrusted = true;
        return true;
    }
}
