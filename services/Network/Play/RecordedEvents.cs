using Referral.Contracts.Desk;
using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>Events that an officer only records: nothing is released with them.</summary>
internal static class RecordedEvents
{
    /// <summary>Records an event of the file on its side.</summary>
    public static Task<PlayRefusal?> Record(PlayTable table, CaseEvent one) =>
        Record(table, table.DoorOf(one.Side), one, one.Event);

    /// <summary>The body and the day stand in the folder; then the event is recorded by that body.</summary>
    public static async Task<PlayRefusal?> Identify(PlayTable table, CaseEvent one)
    {
        var body = table.Host.Officers.For(one.Saga, one.Event, one.By);
        var section = FolderForms.Identification(table.File, one, body.Post);
        return await Intake.Write(table, table.Host.Officers.ForIntake(), section).ConfigureAwait(false)
            ?? await Record(table, one).ConfigureAwait(false);
    }

    /// <summary>Number and date of the note that the ministry sent on paper; invented for practice.</summary>
    public static async Task<PlayRefusal?> Route(PlayTable table, CaseEvent one)
    {
        var officer = table.Host.Officers.For(one.Saga, one.Event, one.By);
        var answer = await Ask(table, table.Host, officer, one, one.Event, request =>
        {
            request.NoteNumber = $"PRACTICE-{table.File.Id}-1";
            request.NoteDate = one.Date;
        }).ConfigureAwait(false);
        return answer.Refusal;
    }

    /// <summary>A hold that an event sets, where the gateways know it yet.</summary>
    public static Task<PlayRefusal?> Hold(PlayTable table, CaseEvent one) =>
        Record(table, table.Host, one with { By = null, Note = null }, Protection);

    public const string Protection = "AsylumOrFearOfOriginStated";

    public static async Task<PlayRefusal?> Record(
        PlayTable table, Door door, CaseEvent one, string name, string saga = "")
    {
        var officer = door.Officers.For(saga.Length > 0 ? saga : SagaOf(table, door), name, one.By);
        return (await Ask(table, door, officer, one, name, _ => { }).ConfigureAwait(false)).Refusal;
    }

    private static string SagaOf(PlayTable table, Door door) => door == table.Host ? "host" : "origin";

    private static async Task<Answer<CaseView>> Ask(
        PlayTable table, Door door, Officer officer, CaseEvent one, string name,
        Action<RecordEventRequest> more)
    {
        var request = new RecordEventRequest
        {
            CommandId = PlayTable.NewCommand(),
            Case = table.CaseAt(door),
            Event = name,
            HappenedOn = one.Date,
            Note = one.Note ?? "",
        };
        more(request);
        var answer = await door
            .Ask(officer, name, (cases, options) => cases.RecordEventAsync(request, options))
            .ConfigureAwait(false);
        if (!answer.Refused) table.Tell(one, officer, name);
        return answer;
    }
}
