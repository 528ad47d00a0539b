namespace NewsPortal.Core.Storage;

/// <summary>One stored site setting.</summary>
public sealed class Setting
{
    /// <summary>Its key without the section, such as <c>Name</c> or <c>Accent</c>.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Its value.</summary>
    public string Value { get; set; } = string.Empty;
}
