using Referral.Contracts.Desk;
using Referral.Network.Cases;
using static Referral.Contracts.Desk.RecordConsentRequest.Types;

namespace Referral.Network.Play;

/// <summary>
/// Entries of the consent ledger, as long as nothing has left: later ones travel in letters of their own.
/// </summary>
internal static class Consents
{
    /// <summary>Given, refused or withdrawn, by the event's name.</summary>
    public static async Task<PlayRefusal?> Record(PlayTable table, CaseEvent one)
    {
        var officer = table.Host.Officers.For("ledger", "ConsentRecorded", one.By);
        var answer = await table.Host.Ask(officer, one.Event, (door, options) => door.RecordConsentAsync(new()
        {
            CommandId = PlayTable.NewCommand(),
            Case = table.Report.HostCase,
            Decision = DecisionOf(one.Event),
            Scopes = { one.Scopes },
            HappenedOn = one.Date,
            Language = Language(table.File),
            Interpreter = "PRACTICE-INTERPRETER",
            ByGuardian = Ages.IsChild(table.File),
        }, options)).ConfigureAwait(false);
        if (!answer.Refused) table.Tell(one, officer, $"{one.Event}: {string.Join(", ", one.Scopes)}");
        return answer.Refusal;
    }

    private static Decision DecisionOf(string name) => name switch
    {
        "ConsentRefused" => Decision.Refused,
        "ConsentWithdrawn" => Decision.Withdrawn,
        _ => Decision.Given,
    };

    // The language it was explained in: the person's own.
    private static string Language(CaseFile file) =>
        (file.Person.Languages.FirstOrDefault(language => language.Level == "native")
            ?? file.Person.Languages[0]).Code;
}
