using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsPortal.Core.Access;

/// <summary>The secret part of an address that opens something for whoever has it.</summary>
public static class LinkSecret
{
    private const int Bytes = 32;

    /// <summary>A new one, 43 characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it. A long random secret needs no salt and no slow hash: there is no dictionary of them.</summary>
    /// <param name="secret">The secret.</param>
    public static string HashOf(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }
}
