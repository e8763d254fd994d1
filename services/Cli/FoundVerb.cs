using System.CommandLine;
using Referral.Network;
using Referral.Network.Containers;

namespace Referral.Cli;

/// <summary>
/// `referral found`: everything that the network of docker-compose.yml needs before it starts.
/// </summary>
internal static class FoundVerb
{
    public static Verb Build(Screen screen)
    {
        var folder = new Option<string>("--out")
        {
            Description = "Folder to be made; what is in it is never overwritten", Required = true,
        };
        var defaults = new ContainerWishes();
        var grpc = Port("--grpc-port", "First of four gRPC ports on 127.0.0.1", defaults.FirstGrpcPort);
        var pages = Port("--pages-port", "First of four ports for health and metrics on 127.0.0.1",
            defaults.FirstPagesPort);
        var user = new Option<string?>("--user")
        {
            Description = "User and group number that the containers run as; default: "
                + "your own, or 10001:10001 for root",
        };
        user.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } text && ContainerUser.Parse(text) is null)
                given.AddError("--user is two numbers above 0, as 1000:1000; containers never run as root.");
        });
        var verb = new Verb("found",
            "Makes keys, trust list, users, passwords and settings for a network of containers.",
            "referral found --out ./network",
            "docker-compose --env-file ./network/compose.env up -d --build",
            "referral found --out /srv/referral-practice --grpc-port 6101 --pages-port 6201 --user 1000:1000")
        {
            folder, grpc, pages, user,
        };
        verb.SetAction(parsed => Run(screen, parsed.GetValue(folder)!, new ContainerWishes
        {
            FirstGrpcPort = parsed.GetValue(grpc),
            FirstPagesPort = parsed.GetValue(pages),
            User = parsed.GetValue(user) is { } text ? ContainerUser.Parse(text)! : defaults.User,
            Tell = screen.Quiet,
        }));
        return verb;
    }

    private static int Run(Screen screen, string folder, ContainerWishes wishes)
    {
        try
        {
            ContainerFounding.Found(folder, wishes);
        }
        catch (Exception fault)
            when (fault is NetworkFault or IOException or UnauthorizedAccessException)
        {
            screen.Wrong(fault.Message);
            return Exit.BadInput;
        }
        screen.Good($"Founded in {Path.GetFullPath(folder)}; every file in it is its owner's alone.");
        screen.Line($"Next: docker-compose --env-file {Path.Combine(folder, "compose.env")} up -d --build");
        screen.Line($"Then: referral play --at {folder}");
        return Exit.Holds;
    }

    private static Option<int> Port(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1024 or > 65_532)
                given.AddError($"{name} is 1024 to 65532: four ports follow each other.");
        });
        return option;
    }
}
