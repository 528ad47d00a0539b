namespace NewsPortal.Web.Newsroom;

/// <summary>Where the newsroom is.</summary>
public static class NewsroomAddresses
{
    /// <summary>The folder of all of it.</summary>
    public const string Root = "/newsroom";

    /// <summary>Where strangers are led.</summary>
    public const string SignIn = Root + "/sign-in";

    /// <summary>The way out.</summary>
    public const string SignOut = Root + "/sign-out";

    /// <summary>Where everyone decides about their own account.</summary>
    public const string Account = Root + "/account";

    /// <summary>Where whoever was invited sets a password; a secret follows.</summary>
    public const string Invitation = Root + "/invitation";

    /// <summary>Whether an address is the newsroom's.</summary>
    /// <param name="path">The address.</param>
    public static bool Has(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    /// <summary>A way back after signing in: into the newsroom, never out of it.</summary>
    /// <param name="wanted">What the address said.</param>
    public static string Inside(string? wanted) =>
        wanted is not null && wanted.StartsWith(Root, StringComparison.Ordinal) && (wanted.Length == Root.Length || wanted[Root.Length] is '/' or '?')
        && !wanted.Contains("//", StringComparison.Ordinal) && !wanted.Contains('\\', StringComparison.Ordinal) && !wanted.Any(char.IsControl)
            ? wanted
            : Root;
}
