using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Agreements;
using Referral.Gateway;
using Referral.Gateway.Status;
using Referral.Gateway.Storage;
using Referral.Network;
using Referral.Tests.Gateway.Border;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Status;

/// <summary>Over a real database, at a day of the test's own.</summary>
public sealed class When_a_case_moves_its_clocks : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-clocks-").FullName;

    [Fact]
    public async Task vietnam_has_its_own_time_to_verify_twenty_and_then_ten_working_days()
    {
        var running = await After("VN", new(2026, 3, 2), "Acknowledged");

        running.Select(d => d.Rule).ShouldBe(["ASSIGN-VERIFY", "VN-IMM-COMPLETE", "VN-POLICE-VERIFY"]);
        var first = WorkingDays.Shipped.Add("VN", new(2026, 3, 2), 20)!.Value;
        Due(running, "VN-POLICE-VERIFY").ShouldBe(DueDates.Text(first));
        Due(running, "VN-IMM-COMPLETE")
            .ShouldBe(DueDates.Text(WorkingDays.Shipped.Add("VN", first, 10)!.Value));
    }

    [Fact]
    public async Task any_other_country_has_thirty_days()
    {
        var running = await After("LA", new(2026, 3, 2), "Acknowledged");

        running.Select(d => d.Rule).ShouldBe(["ASSIGN-VERIFY", "VERIFY-DEFAULT"]);
        Due(running, "VERIFY-DEFAULT").ShouldBe("2026-04-01");
    }

    [Fact]
    public async Task an_answer_meets_them_and_no_other_event_does()
    {
        var running = await After("VN", new(2026, 3, 2), "Acknowledged", "AssignedToVerification");
        running.Where(d => d.MetAt is not null).Select(d => d.Rule).ShouldBe(["ASSIGN-VERIFY"]);

        var answered = await After("VN", new(2026, 3, 2), "Acknowledged", "VerificationInconclusive");
        answered.Where(d => d.MetAt is null).Select(d => d.Rule).ShouldBe(["ASSIGN-VERIFY"]);
    }

    [Fact]
    public async Task a_day_past_the_calendar_stands_as_unknown_with_its_number()
    {
        var until = WorkingDays.Shipped.Until("VN");

        var running = await After("VN", until.AddDays(-25), "Acknowledged");

        var police = running.Single(d => d.Rule == "VN-POLICE-VERIFY");
        var immigration = running.Single(d => d.Rule == "VN-IMM-COMPLETE");
        (police.DueOn, police.Code).ShouldBe((null, "REF-2207"));
        (immigration.DueOn, immigration.Code).ShouldBe((null, "REF-2207"));
    }

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string? Due(IEnumerable<DeadlineRow> running, string rule) =>
        running.Single(d => d.Rule == rule).DueOn;

    // The origin's clocks of a case whose host is Thailand, after these events on that day.
    private async Task<IReadOnlyList<DeadlineRow>> After(string origin, DateOnly day, params string[] events)
    {
        await using var db = Open();
        var shared = ThreeCountries.Shared;
        var identity = new GatewayIdentity(
            Members.Of(origin), shared.Of("XA"), shared.Trust, new GatewaySettings { DataFolder = _folder });
        var step = new Step(db, null!, identity, null!, new OneDay(day));
        var row = new CaseRow
        {
            Id = Guid.CreateVersion7(), LocalNumber = Guid.NewGuid()
                .ToString(), Side = Sides.Origin, Host = "TH", Origin = origin,
        };
        foreach (var happened in events)
        {
            await Clocks.Moved(step, row, happened);
            await db.SaveChangesAsync();
        }

        return await db.Deadlines.Where(d => d.CaseId == row.Id).OrderBy(d => d.Rule).ToListAsync();
    }

    private GatewayDb Open()
    {
        var options = new DbContextOptionsBuilder<SqliteGatewayDb>();
        SqliteStore.Use(options, Path.Combine(_folder, SqliteStore.FileName));
        return new SqliteGatewayDb(options.Options);
    }

    private sealed class OneDay(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(3, 0), TimeSpan.Zero);
    }
}
