namespace NewsPortal.Core.Access;

/// <summary>A key that protects cookies, where several nodes share a database.</summary>
public sealed class ProtectionKey
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    /// <summary>What the program calls it.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The key, as ASP.NET Core writes it.</summary>
    public string Xml { get; set; } = string.Empty;
}
