using System.CommandLine;
using Referral.Network;
using Referral.Network.Rabbit;

namespace Referral.Cli;

/// <summary>
/// `referral letterboxes`: the files from which a broker and four gateways are set up, with new passwords.
/// </summary>
internal static class LetterboxesVerb
{
    public static Verb Build(Screen screen)
    {
        var broker = new Option<string>("--broker")
        {
            Description = "The broker as the gateways reach it: amqp://host:port or amqps://host:port",
            Required = true,
        };
        broker.Validators.Add(given =>
        {
            if (!Uri.TryCreate(given.GetValueOrDefault<string>(), UriKind.Absolute, out var address)
                || address.Scheme is not ("amqp" or "amqps") || address.AbsolutePath is not ("" or "/")
                || address.UserInfo.Length > 0)
                given.AddError("--broker must be of the form amqp://host:port, without user or vhost.");
        });
        var folder = new Option<string>("--out")
        {
            Description = "Folder for definitions.json, letterboxes.json and rabbit-COUNTRY.json; "
                + "a letterboxes.json that is there keeps its passwords",
            Required = true,
        };
        var certificates = new Option<string?>("--certificates")
        {
            Description = "With amqps: the folder of `referral certificates` as the gateways see it",
        };
        var verb = new Verb("letterboxes", "Makes the broker's definitions and the gateways' addresses.",
            "referral letterboxes --broker amqp://broker:5672 --out ./secrets",
            "referral letterboxes --broker amqps://broker:5671 --certificates /run/certificates "
                + "--out ./secrets")
        {
            broker, folder, certificates,
        };
        verb.Validators.Add(given =>
        {
            var secured = given.GetValue(broker)?.StartsWith("amqps:", StringComparison.Ordinal) ?? false;
            if (secured != given.GetValue(certificates) is not null)
                given.AddError("--certificates goes with amqps://, and amqps:// with --certificates.");
        });
        verb.SetAction(parsed => Run(screen, parsed.GetValue(broker)!, parsed.GetValue(folder)!,
            parsed.GetValue(certificates)));
        return verb;
    }

    private static int Run(Screen screen, string broker, string folder, string? certificates)
    {
        try
        {
            LetterboxFiles.Write(folder, broker, certificates);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NetworkFault)
        {
            screen.Wrong(fault.Message);
            return Exit.BadInput;
        }
        screen.Line($"{folder}: {LetterboxFiles.Definitions} for the broker (load_definitions), "
            + "rabbit-COUNTRY.json for each gateway's settings, "
            + $"{LetterboxFiles.Book} with every password. Each is its owner's alone.");
        return Exit.Holds;
    }
}
