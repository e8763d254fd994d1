using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Referral.Journeys.Postgres;

/// <summary>What pg_dump writes of a database, and psql brings back: a backup as operators make it.</summary>
internal static class DatabaseDump
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";

    public static Task<byte[]> Of(string connection) => Run("pg_dump", connection, [], null);

    public static Task Restore(string connection, byte[] dump) =>
        Run("psql", connection, ["-q", "-v", "ON_ERROR_STOP=1"], dump);

    private static async Task<byte[]> Run(
        string program, string connection, string[] arguments, byte[]? input)
    {
        var at = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo($"{Binaries}/{program}", arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = at.Host, ["PGPORT"] = at.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = at.Username, ["PGDATABASE"] = at.Database, ["PGPASSWORD"] = at.Password ?? "",
            },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.ToArray() : throw new InvalidOperationException($"{program}: {await errors}");
    }
}
