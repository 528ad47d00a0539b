using System.Reflection;
using Xunit.Sdk;

namespace NewsPortal.Tests.Hosting;

/// <summary>Runs a test on every database there is: SQLite always, PostgreSQL where its programs are installed (or must be).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreKindsAttribute : DataAttribute
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [Sqlite];
        if (Environs.Postgres is not null || Environs.RequireAll)
        {
            yield return [Postgres];
        }
    }
}
