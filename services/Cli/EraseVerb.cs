using System.CommandLine;
using System.Data.Common;
using Referral.Cli.Packs;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.CaseFile;
using Referral.Network;

namespace Referral.Cli;

/// <summary>
/// `referral erase`: two persons destroy the key of one case in one stopped gateway's folder.
/// </summary>
internal static class EraseVerb
{
    public static Verb Build(Screen screen)
    {
        var name = new Argument<string>("REF") { Description = "Referral number, or local number" };
        var country = GatewayFolder.Country();
        var data = DataFolders.Option($"Folder of the network or of the gateway; default {DataFolders.Own}");
        var by = Required("--by", "Who asks: ACCOUNT@POST");
        var confirmed = Required("--confirmed-by", "Another who confirms: ACCOUNT@POST");
        var reason = Required("--reason",
            "Why: " + string.Join(", ", VocabularyBook.Shipped.Codes("erase_reason")));
        var language = GatewayFolder.Language("Language of what is said; default en");
        var home = Members.Codes[0];
        var verb = new Verb("erase",
            "Erases the content of one case for good, in its database and in every backup of it.",
            $"referral erase RC-... --country {home} --by one@{home}-HOME --confirmed-by two@{home}-HOME "
                + "--reason RETENTION_ENDED")
        {
            name, country, data, by, confirmed, reason, language,
        };
        verb.SetAction((parsed, _) => Run(screen, new EraseOrder(
            GatewayFolder.Of(parsed.GetValue(data) ?? DataFolders.Own, parsed.GetValue(country)!),
            Members.Of(parsed.GetValue(country)!), parsed.GetValue(name)!, parsed.GetValue(by)!,
            parsed.GetValue(confirmed)!, parsed.GetValue(reason)!), parsed.GetValue(language) ?? "en"));
        return verb;
    }

    private static async Task<int> Run(Screen screen, EraseOrder order, string language)
    {
        var print = new PackPrint(screen, language);
        try
        {
            if (await EraseCase.Run(order, TimeProvider.System) is { } refusal)
            {
                screen.Wrong(print.Refusal(refusal.Code, refusal.Values));
                return Exit.BadInput;
            }
        }
        catch (Exception fault) when (fault is DbException or InvalidDataException)
        {
            screen.Wrong(GatewayFolder.Unreadable(order.DataFolder, fault));
            return Exit.BadInput;
        }
        screen.Good(print.Sentence("erased"));
        return Exit.Holds;
    }

    private static Option<string> Required(string name, string description) =>
        new(name) { Description = description, Required = true };
}
