using Referral.Contracts.Desk;
using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>The first letters: prepared by one officer, released by another.</summary>
internal static class Notice
{
    private const string Approval = "ReleaseApprovalRecorded";

    public static async Task<PlayRefusal?> Release(PlayTable table, CaseEvent one)
    {
        if (await Approve(table, one).ConfigureAwait(false) is { } unapproved) return unapproved;
        var prepared = await Prepare(table, one).ConfigureAwait(false);
        if (prepared.Refused) return prepared.Refusal;
        table.AddressedPost = prepared.Given.ToPost;
        var officer = table.Host.Officers.For(one.Saga, one.Event, one.By, seat: 2);
        return await Releases.Release(table, table.Host, one, officer, prepared.Given).ConfigureAwait(false);
    }

    /// <summary>
    /// No agreement of the pair is operated: the gateway says so when the letter is asked for, and keeps the
    /// draft of a note verbale. Nothing leaves.
    /// </summary>
    public static async Task<PlayRefusal?> WaitAtNote(PlayTable table, CaseEvent one)
    {
        var prepared = await Prepare(table, one with { Msg = null, By = null }).ConfigureAwait(false);
        if (prepared.Refused)
        {
            table.Report.Add(prepared.Refusal);
            table.Report.RefusalExpected = true;
        }
        else
        {
            table.Report.Problem("The file says that no agreement is operated, but a letter could be "
                + $"prepared under {prepared.Given.AgreementId}.");
        }
        if (await RecordedEvents.Record(table, one).ConfigureAwait(false) is { } no) return no;
        table.Report.WaitsAtNote = true;
        return null;
    }

    private static async Task<Answer<LetterDraft>> Prepare(PlayTable table, CaseEvent one)
    {
        var officer = table.Host.Officers.PreparerOf("host", "NoticeReleased");
        IReadOnlyList<string> kinds = one.Letters.Count == 0 ? ["M01"] : one.Letters;
        var draft = await table.Host
            .Ask(officer, $"{one.Event}: {string.Join(", ", kinds)}", (door, options) =>
            door.PrepareLetterAsync(new()
            {
                CommandId = PlayTable.NewCommand(),
                Case = table.Report.HostCase,
                Kinds = { kinds },
            }, options)).ConfigureAwait(false);
        if (!draft.Refused)
            table.Tell(one, officer, $"{string.Join(", ", kinds)} prepared under {draft.Given.AgreementId}");
        return draft;
    }

    // Where the host's law wants a competent authority's approval, it is recorded before the release; the
    // file says it in a note at most.
    private static async Task<PlayRefusal?> Approve(PlayTable table, CaseEvent one)
    {
        if (!table.Host.ReleaseNeedsApproval || table.ReleaseApproved) return null;
        var no = await RecordedEvents.Record(table, table.Host, one with { By = null, Note = null }, Approval)
            .ConfigureAwait(false);
        table.ReleaseApproved = no is null;
        return no;
    }
}
