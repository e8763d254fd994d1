using Referral.Contracts.Desk;
using Referral.Tests.Gateway.CaseFile;
using Decision = Referral.Contracts.Desk.RecordConsentRequest.Types.Decision;

namespace Referral.Tests.Gateway.Running;

/// <summary>
/// A case about an invented person, brought through the door of its host to where a test begins.
/// </summary>
internal sealed class PlayedCase
{
    private static readonly string[] ForNotice = ["NOTIFY_ORIGIN", "SHARE_IDENTITY"];

    private PlayedCase(RunningGateways gateways, string host, string origin, string number) =>
        (Gateways, Host, Origin, Number) = (gateways, host, origin, number);

    public RunningGateways Gateways { get; }

    public string Host { get; }

    public string Origin { get; }

    /// <summary>Local number at the host.</summary>
    public string Number { get; }

    /// <summary>Referral number; empty until the notice was released.</summary>
    public string Referral { get; private set; } = "";

    public Desk Home => Gateways.Desk(Host);

    public Desk Abroad => Gateways.Desk(Origin);

    /// <summary>Registered, with a full folder.</summary>
    public static async Task<PlayedCase> Registered(
        RunningGateways gateways, string host = "TH", string origin = "LA", PersonSection? person = null)
    {
        var desk = gateways.Desk(host);
        var view = await desk.Does(desk.CaseManager, (door, options) => door.CreateCaseAsync(new()
        {
            CommandId = Desk.NewCommand(), Origin = origin, HappenedOn = "2025-07-10",
                Head = InventedPerson.Head(),
        }, options));
        var made = new PlayedCase(gateways, host, origin, view.Case);
        var identification = InventedPerson.Identification();
        identification.Body = $"{host}-POLICE";
        foreach (var section in new Section[]
            {
                new() { Person = person ?? InventedPerson.Person() },
                    new() { OriginFamily = InventedPerson.Family() },
                new() { Facts = InventedPerson.Facts() }, new() { Identification = identification },
                new() { Care = InventedPerson.Care() },
            })
            await made.Edit(section);
        return made;
    }

    /// <summary>Registered, identified, rights explained: the person has not been asked yet.</summary>
    public static async Task<PlayedCase> Identified(
        RunningGateways gateways, string host = "TH", string origin = "LA", PersonSection? person = null)
    {
        var made = await Registered(gateways, host, origin, person);
        await made.Happens(made.Home.CaseManager, "ScreeningDone");
        await made.Happens(made.Home.Identifier, "IdentifiedAsVictim");
        await made.Happens(made.Home.CaseManager, "RightsExplained");
        return made;
    }

    /// <summary>The person agrees to the notice.</summary>
    public static async Task<PlayedCase> Agreed(
        RunningGateways gateways, string host = "TH", string origin = "LA", PersonSection? person = null)
    {
        var made = await Identified(gateways, host, origin, person);
        await made.Consent(Decision.Given, ForNotice);
        return made;
    }

    /// <summary>The notice was prepared and released.</summary>
    public static async Task<PlayedCase> Released(
        RunningGateways gateways, string host = "TH", string origin = "LA")
    {
        var made = await Agreed(gateways, host, origin);
        var draft = await made.Prepare("M01");
        await made.Release(draft.Revision);
        return made;
    }

    /// <summary>Released, arrived, acknowledged and assigned: the origin may answer.</summary>
    public static async Task<PlayedCase> Verifying(
        RunningGateways gateways, string host = "TH", string origin = "LA")
    {
        var made = await Released(gateways, host, origin);
        await made.ArrivesAbroad();
        var abroad = made.Abroad;
        await abroad.Does(abroad.Officer, (door, options) => door.AcknowledgeAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = made.Referral, NationalReference = "INVENTED-ABROAD",
        }, options));
        await abroad.Does(abroad.Officer, (door, options) => door.RecordEventAsync(
            new() { CommandId = Desk.NewCommand(), Case = made.Referral, Event = "AssignedToVerification" },
            options));
        await made.StageAtHome("AwaitingVerification");
        return made;
    }

    /// <param name="seat">Who looks, at home; null for the case manager.</param>
    public Task<CaseView> View(Seat? seat = null) => Home.Does(
        seat ?? Home.CaseManager, (door, options) => door.GetCaseAsync(new() { Case = Number }, options));

    public async Task<CaseView> Edit(Section section)
    {
        var held = (await View()).Revisions;
        var name = section.ContentCase switch
        {
            Section.ContentOneofCase.OriginFamily => "origin_family",
            var one => one.ToString().ToLowerInvariant(),
        };
        return await Home.Does(Home.CaseManager, (door, options) => door.EditSectionAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = Number, Section = section,
            Revision = held.TryGetValue(name, out var revision) ? revision : 0,
        }, options));
    }

    public Task<CaseView> Happens(Seat seat, string name, string note = "", string noteDate = "") =>
        Home.Does(seat, (door, options) => door.RecordEventAsync(EventOf(name, note, noteDate), options));

    public RecordEventRequest EventOf(string name, string note = "", string noteDate = "") => new()
    {
        CommandId = Desk.NewCommand(), Case = Number, Event = name, NoteNumber = note, NoteDate = noteDate,
    };

    public Task<CaseView> Consent(Decision decision, params string[] scopes) =>
        Home.Does(Home.CaseManager,
            (door, options) => door.RecordConsentAsync(ConsentOf(decision, scopes), options));

    public RecordConsentRequest ConsentOf(Decision decision, params string[] scopes) => new()
    {
        CommandId = Desk.NewCommand(), Case = Number, Decision = decision, Scopes = { scopes },
        Language = "lao", Interpreter = "INVENTED-INTERPRETER",
    };

    public Task<LetterDraft> Prepare(params string[] kinds) =>
        Home.Does(Home.Officer, (door, options) => door.PrepareLetterAsync(PrepareOf(kinds), options));

    public PrepareLetterRequest PrepareOf(params string[] kinds) =>
        new() { CommandId = Desk.NewCommand(), Case = Number, Kinds = { kinds } };

    public async Task<ReleasedLetters> Release(uint revision)
    {
        var released = await Home.Does(
            Home.Supervisor, (door, options) => door.ReleaseLetterAsync(ReleaseOf(revision), options));
        Referral = released.Referral;
        return released;
    }

    public ReleaseLetterRequest ReleaseOf(uint revision) =>
        new() { CommandId = Desk.NewCommand(), Case = Number, DraftRevision = revision };

    public Task<Timeline> Timeline() =>
        Home.Does(
            Home.CaseManager, (door, options) => door.GetTimelineAsync(new() { Case = Number }, options));

    /// <summary>Waits until the origin shows the case.</summary>
    public Task ArrivesAbroad() => RunningGateways.Until(
        async () => await Settled(), $"{Referral} at {Origin}, and its receipt at {Host}");

    public Task StageAtHome(string stage) => RunningGateways.Until(
        async () => (await View()).Stage.Code == stage, $"{Number} at stage {stage}");

    private async Task<bool> Settled() =>
        (await Timeline()).Letters.Where(l => l.Direction == "out").All(l => l.SettledAt is not null);
}
