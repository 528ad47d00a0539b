using System.Collections.Concurrent;

namespace NewsPortal.Core.Media;

/// <summary>Cleans untrusted pictures in processes of their own, which are started when they are needed and kept while it lasts.</summary>
public sealed class PictureWorkshop : IDisposable
{
    private readonly SemaphoreSlim _slots = new(Math.Clamp(Environment.ProcessorCount, 1, 4));
    private readonly ConcurrentBag<PictureProcess> _idle = [];

    /// <summary>Cleans a picture; waits while all processes are busy.</summary>
    /// <param name="bytes">The bytes as they came.</param>
    /// <returns>The same for the same input, as long as the image library is the same.</returns>
    /// <exception cref="RefusedPictureException">It is no picture that we decode, damaged, or needs too much time or memory.</exception>
    /// <exception cref="IOException">No process can be started.</exception>
    public CleanPicture Clean(byte[] bytes)
    {
        PictureCleaner.Check(bytes);
        _slots.Wait();
        try
        {
            // A process may also have been ended by somebody else, so a picture is tried again, in a new one,
            // before it is blamed.
            return CleanIn(Waiting(), bytes) ?? CleanIn(PictureProcess.Start(), bytes) ?? throw new RefusedPictureException("the picture breaks the decoder; save it anew with another program");
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var process))
        {
            process.Dispose();
        }

        _slots.Dispose();
    }

    private PictureProcess Waiting() => _idle.TryTake(out var waiting) ? waiting : PictureProcess.Start();

    private CleanPicture? CleanIn(PictureProcess process, byte[] bytes)
    {
        try
        {
            return process.Clean(bytes);
        }
        catch (IOException)
        {
            return null;
        }
        finally
        {
            if (process.IsFresh)
            {
                _idle.Add(process);
            }
            else
            {
                process.Dispose();
            }
        }
    }
}
