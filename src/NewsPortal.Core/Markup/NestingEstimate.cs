namespace NewsPortal.Core.Markup;

/// <summary>
/// How many elements a parser has open, from the tags alone. It follows the tree construction of the HTML Standard closely
/// enough never to close what the parser keeps open: what it gets wrong makes it count too many.
/// </summary>
internal sealed class NestingEstimate
{
    /// <summary>Elements open at once. Real pages stay below 100.</summary>
    public const int Deepest = 256;

    private static readonly HashSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");
    private static readonly HashSet<string> Scopes = Set("applet caption html table td th marquee object template svg math foreignobject");
    private static readonly HashSet<string> WithoutEnd =
        Set("area base br col embed hr img image input link meta param source track wbr frame option optgroup html head body keygen");

    private static readonly HashSet<string> TableParts = Set("td th tr tbody thead tfoot caption colgroup");

    private static readonly HashSet<string> EndParagraph = Set(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol p section summary ul h1 h2 h3 h4 h5 h6 pre listing form table hr li dd dt plaintext xmp");

    // An unknown element above does not keep an ordinary one from being closed; these do.
    private static readonly HashSet<string> Special = Set(
        "address applet article aside blockquote button caption center dd details dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup iframe li listing main marquee menu nav noscript object ol p pre section select summary table td th template textarea title ul xmp svg math foreignobject");

    private readonly List<(string Name, int Tag)> open = [];
    private readonly Dictionary<int, int> reopened = [];
    private readonly Dictionary<string, Stack<int>> reopenedByName = new(StringComparer.Ordinal);
    private int ghosts;

    public bool TooDeep => open.Count + ghosts > Deepest;

    /// <summary>True inside svg or math, where a style or title is an element like others.</summary>
    public bool InForeign => open.Exists(element => element.Name is "svg" or "math");

    public void Start(string name, ReadOnlySpan<char> tag)
    {
        if (EndParagraph.Contains(name)) PopTo(LastAbove("p", Scopes));
        if (name is "li") PopTo(LastItem("li"));
        if (name is "dd" or "dt") PopTo(Math.Max(LastItem("dd"), LastItem("dt")));
        if (TableParts.Contains(name))
        {
            var table = open.FindLastIndex(element => element.Name == "table");
            if (table < 0) return;
            PopTo(table + 1);
            if (name is not ("td" or "th" or "caption")) return;
        }

        if (name == "a" && open.FindLastIndex(element => element.Name == "a") is >= 0 and var earlier) open.RemoveAt(earlier);
        if (!WithoutEnd.Contains(name)) open.Add((name, string.GetHashCode(tag, StringComparison.Ordinal)));
    }

    public void End(string name)
    {
        var at = open.FindLastIndex(element => element.Name == name);
        if (at < 0)
        {
            Forget(name);
            return;
        }

        var above = open.Skip(at + 1);
        if (Formatting.Contains(name) || name == "form")
        {
            if (!above.Any(element => Scopes.Contains(element.Name))) open.RemoveAt(at);
        }
        else if (!above.Any(element => (Special.Contains(name) ? Scopes : Special).Contains(element.Name)) || name is "table" or "template" or "svg" or "math")
        {
            PopTo(at);
        }
    }

    private int LastAbove(string name, HashSet<string> barrier)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Name == name) return i;
            if (barrier.Contains(open[i].Name) || open[i].Name == "button") return -1;
        }

        return -1;
    }

    private int LastItem(string name)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Name == name) return i;
            if (Special.Contains(open[i].Name) && open[i].Name is not ("address" or "div" or "p")) return -1;
        }

        return -1;
    }

    private void PopTo(int at)
    {
        if (at < 0) return;
        for (var i = open.Count - 1; i >= at; i--)
        {
            if (Formatting.Contains(open[i].Name) && i > at) Remember(open[i]);
            open.RemoveAt(i);
        }
    }

    // A formatting element that is closed from outside opens again with the next text, the same tag at most three times
    // ("Noah's Ark clause").
    private void Remember((string Name, int Tag) element)
    {
        var count = reopened.GetValueOrDefault(element.Tag);
        if (count >= 3) return;
        reopened[element.Tag] = count + 1;
        ghosts++;
        if (!reopenedByName.TryGetValue(element.Name, out var tags)) reopenedByName[element.Name] = tags = new Stack<int>();
        tags.Push(element.Tag);
    }

    private void Forget(string name)
    {
        if (!reopenedByName.TryGetValue(name, out var tags) || !tags.TryPop(out var tag)) return;
        reopened[tag]--;
        ghosts--;
    }

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.Ordinal);
}
