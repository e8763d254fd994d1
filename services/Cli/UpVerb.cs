using System.CommandLine;
using Referral.Network;

namespace Referral.Cli;

/// <summary>
/// `referral up`: the network runs until Ctrl-C, and goes on where it was when it is started again.
/// </summary>
internal static class UpVerb
{
    private const int GrpcPort = 5101;
    private const int PagesPort = 5201;
    private const int SignInPort = SignIn.Provider.PracticePort;

    public static Verb Build(Screen screen)
    {
        var carrier = CarrierChoice.Option();
        var tls = CarrierChoice.Tls();
        var data = DataFolders.Option($"Folder of the network; default {DataFolders.Own}");
        var grpc = Port("--grpc-port", "First of four gRPC ports, in the order of the list that is printed",
            GrpcPort);
        var pages = Port("--pages-port", "First of four ports for health and metrics", PagesPort);
        var signIn = Port("--sign-in-port", "Port of the practice sign-in", SignInPort);
        var verb = new Verb("up", "Keeps the network of four gateways running on loopback.",
            "referral up",
            "referral up --data ./practice --grpc-port 6101 --pages-port 6201 --sign-in-port 6301",
            "referral up --carrier rabbitmq --tls")
        {
            carrier, tls, data, grpc, pages, signIn,
        };
        CarrierChoice.Together(verb, carrier, tls);
        verb.SetAction((parsed, stopping) => Run(screen, parsed.GetValue(carrier)!,
            parsed.GetValue(data) ?? DataFolders.Own, new NetworkSettings
            {
                FirstGrpcPort = parsed.GetValue(grpc),
                FirstPagesPort = parsed.GetValue(pages),
                WithSignIn = true,
                SignInPort = parsed.GetValue(signIn),
                CheckpointSeconds = 60,
                ResendSeconds = 5,
                Tls = parsed.GetValue(tls),
                Tell = screen.Quiet,
            }, stopping));
        return verb;
    }

    private static async Task<int> Run(
        Screen screen, string carrier, string folder, NetworkSettings settings, CancellationToken stopping)
    {
        screen.Line($"Starting four gateways on {folder}");
        await using (var network = await OpenNetwork.Start(carrier, folder, settings, null, stopping))
        {
            Introduce(screen, network.Running);
            await Task.Delay(Timeout.Infinite, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            screen.Line("Stopping. Nothing is lost: what was not settled goes on at the next `referral up`.");
        }
        return Exit.Holds;
    }

    private static void Introduce(Screen screen, RunningNetwork network)
    {
        foreach (var gateway in network.Gateways)
            screen.Line($"  {gateway.Country.Code}  gRPC {gateway.Door}  health {gateway.Pages}health/ready");
        screen.Line();
        Accounts(screen, network.SignIn!);
        var door = network.Gateways[0].Door.Authority;
        screen.Line("Next, with a browser, or as a system with the same account and word:");
        screen.Line($"  referral login --address {door} --issuer {network.SignIn}");
        screen.Line($"  referral tray --address {door}");
        screen.Line("A program may take a practice token instead (docs/Interfaces.md):");
        screen.Line($"  referral token --country {Members.Codes[0]} --role DO --data {network.Folder}");
        screen.Line("Stop with Ctrl-C.");
    }

    // Which there are, one line a post of the first country; the pattern gives each name.
    private static void Accounts(Screen screen, Uri signIn)
    {
        screen.Line($"DEMO sign-in {signIn}: invented accounts for invented cases, never a real person's.");
        screen.Line("  Accounts demo.POST.ROLE.1 and .2, such as "
            + $"{DemoAccounts.All[0].Name}; password {Referral.SignIn.SignInSettings.Password}");
        var first = DemoAccounts.All[0].Country;
        foreach (var post in DemoAccounts.All.Where(one => one.Country == first).GroupBy(one => one.Post))
            screen.Line($"  {post.Key}: {string.Join(' ', post.Select(one => one.Role).Distinct())}");
        screen.Line($"  {string.Join(", ", Members.Codes.Skip(1))}: the same posts and roles.");
        screen.Line();
    }

    private static Option<int> Port(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is not (0 or (>= 1024 and <= 65532)))
                given.AddError($"{name} must be 1024 to 65532, or 0 for free ports.");
        });
        return option;
    }
}
