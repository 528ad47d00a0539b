using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

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

    /// <summary>A command that reads, in a context's transaction where one is open; the connection is open.</summary>
    /// <param name="db">The context.</param>
    /// <param name="sql">The statement.</param>
    public static DbCommand Query(this NewsDbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <summary>A command in a context's open transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="sql">The statement.</param>
    public static DbCommand Command(this NewsDbContext db, string sql)
    {
        return db.Database.CurrentTransaction is null
            ? throw new InvalidOperationException("What follows from a change is written in the transaction of the change itself.")
            : db.Query(sql);
    }

    /// <summary>Asks for one value, by a statement that is prepared once; opens the connection where it is closed.</summary>
    /// <param name="db">The context.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where there is no row.</returns>
    public static async Task<object?> AskAsync(this NewsDbContext db, string sql, (string Name, object? Value)[] parameters, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await db.Statements.Command(sql, parameters).ExecuteScalarAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
