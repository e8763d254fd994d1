using System.CommandLine;
using Referral.Network.Certificates;

namespace Referral.Cli;

/// <summary>
/// `referral certificates`: a practice authority, a broker's certificate and one for each letterbox user.
/// </summary>
internal static class CertificatesVerb
{
    private const int DaysMax = 825;

    public static Verb Build(Screen screen)
    {
        var folder = new Option<string>("--out")
        {
            Description = "Folder for root.pem, broker.pem, USER.pem and their keys; what is there is kept",
            Required = true,
        };
        var names = new Option<string[]>("--name")
        {
            Description = "Name or address by which the gateways call the broker; may be given again",
            Required = true,
        };
        var days = new Option<int>("--days")
        {
            Description = $"Life of what is signed now, 1 to {DaysMax}; default 90",
            DefaultValueFactory = _ => 90,
        };
        days.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is not (>= 1 and <= DaysMax))
                given.AddError($"--days must be 1 to {DaysMax}.");
        });
        var verb = new Verb("certificates", "Makes the certificates of a practice broker and its users.",
            "referral certificates --name broker --out ./secrets/certificates",
            "referral certificates --name localhost --name 127.0.0.1 --days 30 --out ./certificates")
        {
            folder, names, days,
        };
        verb.SetAction(parsed => Run(screen, parsed.GetValue(folder)!, parsed.GetValue(names)!,
            TimeSpan.FromDays(parsed.GetValue(days))));
        return verb;
    }

    private static int Run(Screen screen, string folder, IReadOnlyList<string> names, TimeSpan life)
    {
        try
        {
            CertificateFiles.Make(folder, names, life);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            screen.Wrong(fault.Message);
            return Exit.BadInput;
        }
        screen.Line($"{folder}: root.pem, broker.pem and a certificate for each user of a letterbox. "
            + "Each file is its owner's alone. root.key signs more of them: keep it away from the network.");
        return Exit.Holds;
    }
}
