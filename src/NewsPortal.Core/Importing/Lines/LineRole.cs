namespace NewsPortal.Core.Importing.Lines;

/// <summary>What a line is taken for before its neighbours are looked at.</summary>
internal enum LineRole
{
    /// <summary>Prose of an article, a comment or a legal note.</summary>
    Prose,

    /// <summary>A short line: a headline, heading, kicker, menu item or title in a list.</summary>
    Short,

    /// <summary>Time, source, author: a line of fields.</summary>
    Meta,

    /// <summary>A caption in brackets or behind a mark.</summary>
    Caption,

    /// <summary>Stands for a picture that the capture lost.</summary>
    PictureMark,

    /// <summary>Who took the pictures.</summary>
    PictureCredit,

    /// <summary>A heading in 【】.</summary>
    Heading,

    /// <summary>The editor in charge.</summary>
    Editor,

    /// <summary>Topics.</summary>
    Tags,

    /// <summary>The writers, signing off.</summary>
    SignOff,

    /// <summary>The headline the text had elsewhere.</summary>
    OriginalTitle,

    /// <summary>Sharing, font sizes, players, menus.</summary>
    Tool,

    /// <summary>The way to this page: 首页 &gt; 新闻 &gt; 正文.</summary>
    Breadcrumb,

    /// <summary>Disclaimers and invitations.</summary>
    Disclaimer,

    /// <summary>Heads a list of other articles.</summary>
    ListHeading,

    /// <summary>Previous and next, comments, footers: the article is over.</summary>
    End,
}

/// <summary>A line's role and the rule that gave it.</summary>
/// <param name="Role">The role.</param>
/// <param name="As">What the ledger calls it.</param>
/// <param name="Rule">The rule, for a person to read.</param>
internal readonly record struct LineVerdict(LineRole Role, string As, string Rule);
