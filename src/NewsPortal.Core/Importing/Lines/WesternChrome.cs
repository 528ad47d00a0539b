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

        return Markup().IsMatch(line) ? new(LineRole.Tool, "tool", "counter of readers that a system printed as text")
            : Reporting().IsMatch(line) ? new(LineRole.Editor, "editor", "Reporting by …, editing by …")
            : line.Length <= 160 && !LineShape.EndsSentence(line) && Filed().IsMatch(line) ? new(LineRole.Tags, "tags", "Filed under …")
            : Invitation().IsMatch(line) || Address().IsMatch(line) ? new(LineRole.Disclaimer, "invitation", "invitation to subscribe, follow or share")
            : Affiliate().IsMatch(line) ? new(LineRole.Disclaimer, "disclaimer", "says that its links earn money")
            : Shortcode().IsMatch(line) ? new(LineRole.Tool, "tool", "shortcode that a system left in its page")
            : null;
    }

    [GeneratedRegex(@"^\(?(?:additional\s)?report(?:ing|ed)\sby\s[^.;]{3,240}(?:[;.].{0,200})?\bedit(?:ing|ed)\sby\s.{3,120}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reporting();

    [GeneratedRegex(@"^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s[–-]\s)?(?:filed\s(?:under|in)\b:?\s|(?:posted\s(?:in|under)|tagged(?:\s(?:with|as))?|categor(?:y|ies)|categoria|tags)\s?:|publicado\s(?:por|em|en)\s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Filed();

    // Imperatives at the start of a sentence: a report may well speak of newsletters, inboxes and followers.
    [GeneratedRegex(
        @"(?:^|[.!?…]\s{1,2})(?:please\s)?(?:sign[\s-]up\s(?:for|to|here|now)|subscribe\s(?:to|here|now|for)|join\sour|get\s(?:our|the\slatest|more)|want\smore|start\syour\sday|melden\ssie\ssich|jetzt\s(?:kostenlos\s)?anmelden)\b.{0,240}\b(?:newsletters?|inbox|mailing\slist|letterbox|e-?mail|whatsapp)\b"
        + @"|^(?:want|get|need)\smore\b.{0,60}\?\s.{0,200}$"
        + @"|^get\s.{2,80}\bdelivered\b.{0,200}$"
        + @"|^(?:you\scan\s)?(?:follow|find|join)\s(?:us|me|him|her|them|@\w{2,30}|\p{Lu}[\w.]{0,20}(?:\s\p{Lu}[\w.]{0,20}){0,3})\son\s(?:twitter|facebook|instagram|x|linkedin|youtube|telegram|whatsapp)\b.{0,200}$"
        + @"|^e-?mail\s.{2,60}\sat\s\S{1,60}@\S{1,60}.{0,200}$"
        + @"|^(?:enjoy(?:ed)?|like|love)\sthis\s(?:story|article|post|piece)\s?[?!]"
        + @"|^(?:get|download)\s.{2,80}\bfor\sas\slittle\sas\b.{0,300}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Invitation();

    [GeneratedRegex(@"^more\s.{2,60}:\s{0,3}https?:|^have\sa\snews\stip\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\baffiliate[\s-]?links?\b|\bearns?\s(?:us\s)?an?\s(?:small\s|affiliate\s)?commission\b|\b(?:als|as\san)\samazon[\s-](?:partner|associate)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Affiliate();

    // An article may well quote markup, but not that of a counter that nobody sees.
    [GeneratedRegex(@"^<(?:img|iframe)\s[^<>]{0,300}(?:display:\s?none|(?:width|height)=[""']?[01][""'\s])[^<>]{0,300}>$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\[/?[a-z][\w-]{1,30}\s[\w-]{1,30}=[”“""'].{0,400}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shortcode();
}
