using System.Data.Common;

namespace NewsPortal.Core.Storage;

/// <summary>Shorter words for ADO.NET's longest ones.</summary>
internal static class Commands
{
    /// <summary>Adds a parameter with its value.</summary>
    /// <param name="command">The command.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public static DbParameter Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
