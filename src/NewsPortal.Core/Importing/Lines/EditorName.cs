using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>The editor's name without the staff numbers that some systems print behind it (史建_NB1234).</summary>
internal static partial class EditorName
{
    public static string Clean(string value)
    {
        var name = value.Trim().Trim("()（）[]【】:：,，;；".ToCharArray()).Trim();
        name = StaffNumber().Replace(name, string.Empty).Trim();
        return name.Length <= 40 ? name : string.Empty;
    }

    [GeneratedRegex(@"[\s_]{0,3}[A-Za-z]{0,4}\d{2,10}$|\s{2,}.{0,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex StaffNumber();
}
