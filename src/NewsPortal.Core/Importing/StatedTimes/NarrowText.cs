namespace NewsPortal.Core.Importing.StatedTimes;

/// <summary>Full-width digits, letters and marks made narrow one for one, so that positions stay those of the original.</summary>
internal static class NarrowText
{
    public static string Of(string line)
    {
        foreach (var c in line)
        {
            if (Narrow(c) != c)
            {
                return string.Create(line.Length, line, static (span, source) =>
                {
                    for (var i = 0; i < span.Length; i++)
                    {
                        span[i] = Narrow(source[i]);
                    }
                });
            }
        }

        return line;
    }

    private static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u202F' or '\t' => ' ',
        '\u2010' or '\u2011' or '\u2212' => '-',
        _ => c,
    };
}
