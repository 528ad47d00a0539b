namespace NewsPortal.Core.Media;

/// <summary>
/// Which of sixteen colours a picture comes nearest to: four greys from dark to light, then twelve hues of 30 degrees from
/// red on. The stylesheet has a class for each, so no page needs an inline style.
/// </summary>
public static class PictureTone
{
    // Below this difference between the strongest and the weakest colour the eye sees grey.
    private const double Grey = 18;

    /// <summary>Finds the tone.</summary>
    /// <param name="red">Mean red of the picture, 0 to 255.</param>
    /// <param name="green">Mean green.</param>
    /// <param name="blue">Mean blue.</param>
    /// <returns>0 to 15.</returns>
    public static int Of(double red, double green, double blue)
    {
        var most = Math.Max(red, Math.Max(green, blue));
        var spread = most - Math.Min(red, Math.Min(green, blue));
        if (spread < Grey)
        {
            return Math.Clamp((int)(((0.2126 * red) + (0.7152 * green) + (0.0722 * blue)) / 64), 0, 3);
        }

        var sixth = most == red ? (green - blue) / spread : most == green ? 2 + ((blue - red) / spread) : 4 + ((red - green) / spread);
        return 4 + (((int)Math.Round(sixth * 2, MidpointRounding.AwayFromZero) + 12) % 12);
    }
}
