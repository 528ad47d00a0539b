namespace NewsPortal.Core.Access;

/// <summary>What someone of the newsroom is. Each may do what the one before may, and more. The numbers are stored.</summary>
public enum StaffRole
{
    /// <summary>Writes, uploads and hands in.</summary>
    Reporter = 1,

    /// <summary>Reviews, publishes, corrects and withdraws in the sections that are theirs.</summary>
    Editor = 2,

    /// <summary>Does so everywhere, and decides about the front page, stories and names.</summary>
    ChiefEditor = 3,

    /// <summary>Decides about users and settings besides.</summary>
    Administrator = 4,
}
