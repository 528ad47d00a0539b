using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NewsPortal.Core.Storage;

namespace NewsPortal.Tests.Hosting;

/// <summary>A PostgreSQL server of the tests' own, from the programs on the machine, gone afterwards.</summary>
public sealed class PrivatePostgres : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"newsportal-pg-{Guid.NewGuid():N}");
    private string? _template;
    private int _port;
    private bool _started;

    public Task InitializeAsync()
    {
        if (Environs.Postgres is null)
        {
            return Task.CompletedTask;
        }

        _port = FreePort();
        Directory.CreateDirectory(_folder);
        var data = Path.Combine(_folder, "data");
        if (IsRoot)
        {
            // initdb refuses root; the package's own user is there for this.
            Run("chown", "postgres", _folder);
        }

        RunPostgres("initdb", "-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
        // Each test has a database and a pool of its own, whose connections stay for minutes after it.
        RunPostgres("pg_ctl", "-D", data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off -c max_connections=500", "start");
        _started = true;
        return Task.CompletedTask;
    }

    /// <summary>A new database with an empty store in it, every migration applied: a copy of one that is made once.</summary>
    public async Task<string> NewStoreAsync()
    {
        // The tests of a collection run one after the other, so that nobody asks meanwhile.
        _template ??= await MakeTemplateAsync();
        return await NewDatabaseAsync($" TEMPLATE {_template}");
    }

    /// <summary>A new empty database.</summary>
    /// <param name="like">The clause that names what it is copied from.</param>
    public async Task<string> NewDatabaseAsync(string like = "")
    {
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new Npgsql.NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}{like}";
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    public Task DisposeAsync()
    {
        if (_started)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            RunPostgres("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private async Task<string> MakeTemplateAsync()
    {
        var made = await NewDatabaseAsync();
        using var folder = new TemporaryFolder();
        await NewsStore.OpenAsync(new StoreLocation(folder.Path, made));

        // A database can be copied only while nobody is connected to it.
        await using var connection = new Npgsql.NpgsqlConnection(made);
        Npgsql.NpgsqlConnection.ClearPool(connection);
        return connection.Database;
    }

    private static bool IsRoot => Environment.UserName == "root";

    private string Connection(string database) => $"Host=127.0.0.1;Port={_port};Username=test;Database={database}";

    private static void RunPostgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Environs.Postgres!, program);
        if (IsRoot)
        {
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // A server started by pg_ctl keeps its standard output; nothing of it is read, or waiting for its end would never end.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", UseShellExecute = false })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Tests that share one private PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PrivatePostgres>
{
    public const string Name = "PostgreSQL";
}
