using Referral.Contracts.Desk;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;

namespace Referral.Tests.Gateway.Corrections;

/// <summary>
/// A notice that was sent, and the folder that says otherwise since. All persons are invented.
/// </summary>
internal sealed class CorrectedCase(PlayedCase played)
{
    public PlayedCase Played => played;

    public async Task<string> NoticeId() =>
        (await played.Timeline()).Letters.Single(l => l.Kind.Code == "M01").LetterId;

    /// <summary>The folder's name and birth day become others.</summary>
    public Task<CaseView> FolderSaysOtherwise() => played.Edit(new Section { Person = Otherwise() });

    public static PersonSection Otherwise()
    {
        var person = InventedPerson.Person();
        person.Name.AsWritten = "นางสาวบัวลา สีสวัสดิ์";
        person.Name.Given = "บัวลา";
        person.Birth.Date.AsWritten = "17 สิงหาคม 2546";
        person.Birth.Date.Value = "2003-08-17";
        return person;
    }

    public async Task<PrepareCorrectionRequest> Request(params string[] fields) => new()
    {
        CommandId = Desk.NewCommand(), Case = played.Number, LetterId = await NoticeId(),
        Reason = "NEW_DOCUMENT", Fields = { fields },
    };

    public async Task<LetterDraft> Prepare(params string[] fields)
    {
        var request = await Request(fields);
        return await played.Home.Does(
            played.Home.Officer, (door, o) => door.PrepareCorrectionAsync(request, o));
    }

    public Task<Refused> Refuses(PrepareCorrectionRequest request) => played.Home.Refuses(
        played.Home.Officer, (door, o) => door.PrepareCorrectionAsync(request, o));

    public Task<CaseView> ViewAbroad() => played.Abroad.Does(played.Abroad.Officer,
        (door, o) => door.GetCaseAsync(new() { Case = played.Referral }, o));
}
