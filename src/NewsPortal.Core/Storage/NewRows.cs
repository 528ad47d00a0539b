using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsPortal.Core.Storage;

/// <summary>
/// Writes the new rows of a bulk's context as the model describes them, by prepared statements. EF writes them several times
/// as dear: it makes a statement and reads the keys back for every row.
/// </summary>
internal static class NewRows
{
    private static readonly ConcurrentDictionary<IModel, List<Table>> Known = new();

    /// <summary>Saves everything that is pending in a context; new rows of an SQLite store by themselves, the rest by EF.</summary>
    /// <param name="db">A context with an open transaction, its changes detected.</param>
    /// <param name="only">Only rows of this kind are written so; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task SaveAsync(NewsDbContext db, Type? only, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            Insert(db, only);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Insert(NewsDbContext db, Type? only)
    {
        var pending = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).ToLookup(e => e.Metadata);
        foreach (var table in Known.GetOrAdd(db.Model, Tables).Where(t => only is null || t.Type.ClrType == only))
        {
            foreach (var entry in pending[table.Type])
            {
                table.Insert(db, entry);
            }
        }
    }

    // Rows come after those that they refer to. What refers to rows of its own kind, or holds more than columns, is EF's.
    private static List<Table> Tables(IModel model)
    {
        var (ordered, seen) = (new List<Table>(), new HashSet<IEntityType>());
        foreach (var type in model.GetEntityTypes())
        {
            Visit(type);
        }

        return ordered;

        void Visit(IEntityType type)
        {
            if (!seen.Add(type))
            {
                return;
            }

            foreach (var key in type.GetForeignKeys())
            {
                Visit(key.PrincipalEntityType);
            }

            if (!type.IsOwned() && type.GetTableName() is not null && type.BaseType is null && type.FindPrimaryKey() is not null
                && !type.GetForeignKeys().Any(k => k.PrincipalEntityType == type) && !type.GetNavigations().Any(n => n.TargetEntityType.IsOwned()) && type.GetProperties().All(p => !p.IsShadowProperty()))
            {
                ordered.Add(new Table(type));
            }
        }
    }

    private sealed class Table
    {
        private readonly string _sql;
        private readonly (IProperty Property, ValueConverter? Converter)[] _columns;
        private readonly IProperty? _number;

        public Table(IEntityType type)
        {
            Type = type;
            _columns = [.. type.GetProperties().Select(p => (p, p.GetTypeMapping().Converter))];
            _number = type.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } number] ? number : null;
            _sql = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", _columns.Select(c => $"\"{c.Property.GetColumnName()}\""))}) VALUES ({string.Join(", ", _columns.Select((_, i) => $"?{i + 1}"))})";
        }

        public IEntityType Type { get; }

        public void Insert(NewsDbContext db, EntityEntry entry)
        {
            var statement = db.Statements.Sqlite(_sql);
            var isNumbered = _number is null || !entry.Property(_number).IsTemporary;
            for (var i = 0; i < _columns.Length; i++)
            {
                var (property, converter) = _columns[i];
                var value = property == _number && !isNumbered ? null : property.GetGetter().GetClrValue(entry.Entity);
                Bind(statement, i + 1, converter is null ? value : converter.ConvertToProvider(value));
            }

            statement.Run();
            if (!isNumbered)
            {
                entry.Property(_number!).CurrentValue = Convert.ChangeType(statement.LastRow, _number!.ClrType, CultureInfo.InvariantCulture);
            }

            entry.State = EntityState.Unchanged;
        }

        private static void Bind(SqliteStatement statement, int place, object? value)
        {
            _ = value switch
            {
                null => statement.BindNull(place),
                string text => statement.Bind(place, text),
                byte[] bytes => statement.BindBytes(place, bytes),
                double number => statement.Bind(place, number),
                float number => statement.Bind(place, number),
                DateTime moment => statement.Bind(place, moment.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
                bool or byte or short or int or long or uint or ushort => statement.Bind(place, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
                _ => throw new InvalidOperationException($"A {value.GetType().Name} is no value of a column."),
            };
        }
    }
}
