using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Lines of Western pages that stand among the paragraphs without being the article: sign-offs, invitations, filing.</summary>
internal static partial class WesternChrome
{
    private const int Longest = 480;

    /// <summary>The role of such a line; null for any other.</summary>
    /// <param name="line">The line as it stands.</param>
    public static LineVerdict? Of(string line)
    {
        if (line.Length > Longest || line.Length < 6)
        {
            return null;
        }

        return Reporting().IsMatch(line) ? new(LineRole.Editor, "editor", "Reporting by …, editing by …")
            : Filed().IsMatch(line) && line.Length <= 160 ? new(LineRole.Tags, "tags", "Filed under …")
            : Invitation().IsMatch(line) || Standards().IsMatch(line) ? new(LineRole.Disclaimer, "invitation", "invitation to subscribe, follow or share")
            : Shortcode().IsMatch(line) ? new(LineRole.Tool, "tool", "shortcode that a system left in its page")
            : null;
    }

    [GeneratedRegex(@"^\(?(?:additional\s)?report(?:ing|ed)\sby\s[^.;]{3,240}(?:[;.].{0,200})?\bedit(?:ing|ed)\sby\s.{3,120}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reporting();

    [GeneratedRegex(@"^(?:filed\s(?:under|in|to)|posted\s(?:in|under)|tagged(?:\s(?:with|as))?|categor(?:y|ies|ized)|categoria|tags|publicado\s(?:por|em|en))\b[:\s]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Filed();

    [GeneratedRegex(
        @"\b(?:sign(?:ing)?[\s-]up|subscribe|get\s(?:our|the|more)|join\s(?:our|the|us)|delivered|start\syour\sday|want\smore|melden\ssie\ssich|jetzt\s(?:kostenlos\s)?anmelden)\b.{0,200}\b(?:newsletters?|inbox|mailing\slist|letterbox|e-?mail\s(?:updates|alerts)|whatsapp)\b"
        + @"|\b(?:newsletter|e-?mail)\b.{0,120}\b(?:sign\sup|subscribe|anmelden|delivered|every\s(?:day|week|morning))\b"
        + @"|^(?:want\smore|get\smore)\b.{0,60}\?\s.{0,200}$"
        + @"|^(?:you\scan\s)?(?:follow|find|like|join|contact|email|e-mail)\s.{2,80}\b(?:on\s(?:twitter|facebook|instagram|x|linkedin|youtube|telegram|whatsapp)|at\s\S{1,60}@\S{1,60}|@\w{2,30})\b.{0,200}$"
        + @"|^(?:enjoy(?:ed)?|like|love)\sthis\s(?:story|article|post|piece)\b"
        + @"|^(?:get|download)\s.{2,80}\bfor\s(?:as\slittle\sas|free|only)\b.{0,300}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Invitation();

    [GeneratedRegex(@"^(?:our\sstandards:|more\s(?:from\s)?(?:ap|reuters|afp|bbc|cnn)\b.{0,80}:\s{0,3}https?:|have\sa\snews\stip)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Standards();

    [GeneratedRegex(@"^\[/?[a-z][\w-]{1,30}\s[\w-]{1,30}=[”“""'].{0,400}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shortcode();
}
