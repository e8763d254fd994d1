using System.Text.RegularExpressions;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;
using Referral.Network.Cases;
using Referral.Tests.Contracts;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Repatriation;

/// <summary>The state machines against the project's tables of stages and events.</summary>
public partial class When_stages_and_tables_are_compared
{
    // What a letter's arrival is called inside.
    private static readonly Dictionary<(string Side, string On), string[]> Named = new()
    {
        [(Sides.Host, "M02")] = ["NoticeAcknowledgedByOrigin"],
        [(Sides.Host, "M04.CONFIRMED")] = ["NationalityConfirmed"],
        [(Sides.Host, "M04.PR")] = ["NationalityConfirmed"],
        [(Sides.Host, "M04.INCONCLUSIVE")] = ["NationalityOpen"],
        [(Sides.Host, "M04.MORE_DATA")] = ["NationalityOpen"],
        [(Sides.Host, "M28")] = ["NotANationalSaid"],
        [(Sides.Origin, "M01")] = ["NoticeArrived"],
        [(Sides.Origin, "VerificationResult")] =
            ["VerificationConfirmed", "VerificationInconclusive", "VerificationNotNational"],
    };

    // Rows of the tables that wait for a later version, each with the reason.
    private static readonly (string Stage, string On)[] Later =
    [
        ("NotANational", "ConsentWithdrawn"), // the ledger keeps it; no hold belongs to a case that ends
    ];

    [Theory]
    [InlineData(Sides.Host)]
    [InlineData(Sides.Origin)]
    public void every_row_in_scope_is_possible_in_the_machine(string side)
    {
        var stages = Stages(side);
        var events = stages.SelectMany(stage => CaseStages.At(side, stage)).ToHashSet();
        var missing = Rows(side)
            .Where(r => stages.Contains(r.Stage) && r.Events.All(events.Contains) && !Later.Contains((r.Stage,
                r.On)))
            .Where(r => !r.Events.All(e => CaseStages.At(side, r.Stage).Contains(e)) && !BeforeNotice(r))
            .Select(r => $"{r.Stage} | {r.On}").ToList();

        missing.ShouldBeEmpty();
        Rows(side).Count(r => stages.Contains(r.Stage) && r.Events.All(events.Contains))
            .ShouldBeGreaterThan(3);
    }

    [Fact]
    public void every_event_an_officer_records_is_in_the_book_of_who_may()
    {
        var recorded = Recorded();

        recorded.Count.ShouldBeGreaterThan(10);
        recorded.Where(name => !new[] { "host", "origin",
            "ledger" }.Any(saga => EventBook.Shipped.Find(saga, name) is not null))
            .ShouldBeEmpty();
        recorded.Where(name => !VocabularyBook.Shipped.Knows("event", name)).ShouldBeEmpty();
    }

    [Fact]
    public void every_event_an_officer_records_is_possible_at_some_stage()
    {
        var possible = new[] { Sides.Host, Sides.Origin }
            .SelectMany(side => Stages(side).SelectMany(stage => CaseStages.At(side, stage))).ToHashSet();

        Recorded().Where(name => !possible.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void an_unknown_stage_or_event_is_possible_nowhere()
    {
        CaseStages.Accepts(Sides.Host, new HostCase { Stage = "Nowhere" }, "ScreeningDone").ShouldBeFalse();
        CaseStages.Accepts(Sides.Host, new HostCase { Stage = "Presumed" }, "Nothing").ShouldBeFalse();
        CaseStages.Accepts(Sides.Origin, null, "Acknowledged").ShouldBeFalse();
        CaseStages.Accepts(Sides.Origin, null, "NoticeArrived").ShouldBeTrue();
    }

    [Fact]
    public void every_stage_has_its_label() =>
        new[] { Sides.Host, Sides.Origin }.SelectMany(Stages).Where(s => s is not ("Initial" or "Final"))
            .Where(stage => !VocabularyBook.Shipped.Knows("stage", stage)).ShouldBeEmpty();

    // Before the notice the withdrawal has a name of its own.
    private static bool BeforeNotice((string Stage, string On, string[] Events) row) =>
        row is { Stage: "ReadyToNotify", On: "ConsentWithdrawn" }
        && CaseStages.At(Sides.Host, "ReadyToNotify").Contains("ConsentWithdrawnBeforeNotice");

    private static IReadOnlyList<string> Stages(string side) => side == Sides.Host
        ? [.. new HostCaseMachine().States.Select(s => s.Name)]
        : [.. new OriginCaseMachine().States.Select(s => s.Name)];

    private static IEnumerable<(string Stage, string On, string[] Events)> Rows(string side) =>
        (side == Sides.Host ? StageTable.Read().Host : StageTable.Read().Origin)
        .SelectMany(row => row.From.SelectMany(from => row.On.Select(on =>
            (from == "–" ? "Initial" : from, on, Named.GetValueOrDefault((side, on), [on])))));

    // Which names RecordEvent knows stands in its own table alone.
    private static IReadOnlyList<string> Recorded()
    {
        var text = RepositoryFile.Text("services/Gateway/Repatriation/RecordEvent.cs");
        return [.. Known().Matches(text[text.IndexOf("object? EventOf",
            StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex(@"nameof\((\w+)\) => new")]
    private static partial Regex Known();
}
