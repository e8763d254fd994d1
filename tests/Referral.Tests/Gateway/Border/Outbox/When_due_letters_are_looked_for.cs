using System.Text;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Outbox;

/// <summary>
/// Nearly all letters are settled. SQLite is asked how it would look for the due ones; PostgreSQL is in the
/// journeys.
/// </summary>
public sealed class When_due_letters_are_looked_for : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-due-").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task those_that_are_settled_are_not_walked(bool paused)
    {
        var options = new DbContextOptionsBuilder<SqliteGatewayDb>();
        SqliteStore.Use(options, Path.Combine(_folder, SqliteStore.FileName));
        await using var db = new SqliteGatewayDb(options.Options);
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        await using var look = WhatIsDue.Letters(db, "LA", DateTimeOffset.UtcNow, paused).Take(64)
            .CreateDbCommand();
        look.CommandText = $"EXPLAIN QUERY PLAN {look.CommandText}";
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var plan = new StringBuilder();
        await using (var rows = await look.ExecuteReaderAsync(TestContext.Current.CancellationToken))
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
                plan.AppendLine(rows.GetString(3));

        plan.ToString().ShouldContain("SEARCH");
        plan.ToString().ShouldContain("ix_letters_out_to_country_row_due_at");
        plan.ToString().ShouldNotContain("B-TREE", customMessage: "in their order already");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
