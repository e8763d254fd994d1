using System.CommandLine;
using Referral.Cli.Journals;
using Referral.Network;
using Referral.Network.Soak;

namespace Referral.Cli;

/// <summary>
/// `referral soak`: many letters through killed gateways, a wiped broker and a restarted database, and an
/// account of every one.
/// </summary>
internal static class SoakVerb
{
    private const string Sqlite = "sqlite";
    private const string Postgres = "postgres";

    public static Verb Build(Screen screen)
    {
        var letters = Number("--letters", "Letters to be written at least", 200);
        var rate = Number("--rate", "Letters a second, as far as the machine can", 20.0);
        var kills = Number("--kills", "Kills (kill -9) of each gateway at least", 0);
        var every = Number("--kill-every", "Seconds between two kills, in the mean; 0 for none", 0.0);
        var stop = Number("--stop-broker-every", "Seconds between two stops of the broker; 0 for none", 0.0);
        var wipe = Number("--wipe-broker-every", "Seconds between two losses of all it holds; 0 for none",
            0.0);
        var restart = Number("--restart-database-every", "Seconds between two restarts; 0 for none", 0.0);
        var seed = Number("--seed", "Every choice is drawn from it", 1);
        var carrier = CarrierChoice.Option();
        carrier.DefaultValueFactory = _ => CarrierChoice.RabbitMq;
        var store = new Option<string>("--store")
        {
            Description = "Where gateways keep their cases: sqlite, or postgres for a private server",
            DefaultValueFactory = _ => Sqlite,
        };
        store.AcceptOnlyFromAmong(Sqlite, Postgres);
        var twice = new Option<string?>("--twice")
        {
            Description = "Country whose gateway runs as two processes on one database (--store postgres)",
        };
        twice.AcceptOnlyFromAmong([.. Members.Codes]);
        var data = DataFolders.Option("Folder of the network, kept; default: one of its own, kept when "
            + "something does not hold");
        var verb = new Verb("soak", "Counts letters through crashes: none lost, none doubled, in order.",
            "referral soak --letters 2000 --rate 20 --kill-every 5 --kills 5",
            "referral soak --letters 2000 --kill-every 5 --wipe-broker-every 60 --store postgres "
                + "--restart-database-every 40")
        {
            letters, rate, kills, every, stop, wipe, restart, seed, carrier, store, twice, data,
        };
        verb.SetAction((parsed, stopping) => Run(screen, new SoakSettings
        {
            Letters = parsed.GetValue(letters),
            Rate = parsed.GetValue(rate),
            Kills = parsed.GetValue(kills),
            KillEvery = parsed.GetValue(every),
            StopBrokerEvery = parsed.GetValue(stop),
            WipeBrokerEvery = parsed.GetValue(wipe),
            RestartDatabaseEvery = parsed.GetValue(restart),
            Seed = parsed.GetValue(seed),
            OnRabbitMq = parsed.GetValue(carrier) == CarrierChoice.RabbitMq,
            OnPostgres = parsed.GetValue(store) == Postgres,
            Twice = parsed.GetValue(twice),
            Folder = parsed.GetValue(data) ?? "",
            Journals = Broken,
            Tell = screen.Quiet,
        }, stopping));
        return verb;
    }

    private static async Task<int> Run(Screen screen, SoakSettings settings, CancellationToken stopping)
    {
        if (Mistake(settings) is { } mistake)
        {
            screen.Wrong(mistake);
            return Exit.BadInput;
        }
        var own = settings.Folder.Length == 0;
        var folder = own ? DataFolders.Temporary() : settings.Folder;
        settings = settings with { Folder = Path.GetFullPath(folder) };
        screen.Line($"Soak on {settings.Folder}, seed {settings.Seed}");
        var account = await new SoakRun(settings).Run(stopping);
        foreach (var line in account.Lines) screen.Line($"  {line}");
        if (account.Exact)
        {
            if (own) Directory.Delete(settings.Folder, recursive: true);
            screen.Good("Exact: none lost, none doubled, in order, every journal and witness verifies.");
            return Exit.Holds;
        }
        screen.Bad($"Not exact. Kept for looking into it: {settings.Folder}");
        return Exit.DoesNotHold;
    }

    private static string? Mistake(SoakSettings asked) =>
        asked.Letters < 1 || asked.Rate <= 0 ? "--letters and --rate must be above 0."
        : asked.Kills > 0 && asked.KillEvery <= 0 ? "--kills needs --kill-every."
        : !asked.OnRabbitMq && asked.KillEvery + asked.StopBrokerEvery + asked.WipeBrokerEvery > 0
            ? "With --carrier memory all gateways share this process: nothing can be killed or stopped."
        : !asked.OnPostgres && (asked.RestartDatabaseEvery > 0 || asked.Twice is not null)
            ? "--restart-database-every and --twice need --store postgres."
        : !asked.OnRabbitMq && asked.Twice is not null
            ? "With --carrier memory all gateways share this process: none can run twice."
        : null;

    private static IReadOnlyList<string> Broken(string folder) =>
        [.. JournalsCheck.Run(folder).Where(one => !one.Report.Whole)
            .Select(one => $"the journal of {one.Country} is broken: {one.Report.Findings[0].What}")];

    private static Option<T> Number<T>(string name, string description, T usual) =>
        new(name) { Description = $"{description}; default {usual}", DefaultValueFactory = _ => usual };
}
