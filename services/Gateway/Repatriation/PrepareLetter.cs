using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Border;
using Referral.Gateway.CaseFile;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// Makes letters from the folder, field by field, and keeps them as a draft that shows what would cross,
/// under which agreement, and what stays at home. Nothing is signed and no number taken.
/// </summary>
internal static class PrepareLetter
{
    /// <summary>
    /// Letters that may be prepared from the host's folder, and the event that releases them.
    /// </summary>
    public static string? ReleasedBy(IReadOnlyList<string> kinds) => kinds switch
    {
        [LetterKinds.Notice] or [LetterKinds.Notice, LetterKinds.TracingRequest] => nameof(NoticeReleased),
        [LetterKinds.VerificationRequest] => nameof(VerificationRequested),
        _ => null,
    };

    public static async Task<Decision<LetterDraft>> Do(
        Step step, CaseRow row, PrepareLetterRequest request, string account)
    {
        using var span = Trace.Here();
        var happened = ReleasedBy(request.Kinds);
        if (happened is null)
        {
            return Refusal.Of(
                "REF-2202", ("letter", Named(request.Kinds)), ("instrument", "-"), ("rule", "-"),
                ("source", "-"), ("mark", "-"), ("status", "-"), ("country", row.Host),
                ("country2", row.Origin));
        }

        var ledger = await step.Ledger(row);
        var may = await MayLeave(step, row, request.Kinds, happened, ledger);
        if (may is not null)
        {
            return may;
        }

        var made = await Make(step, row, request, ledger);
        if (made.Refused)
        {
            return made.Refusal;
        }

        var revision = await step.NextDraft(row);
        var shown = Drafts.Show(step, row, made.Outcome, revision, account, request.Kinds);
        await step.WriteDraft(
            row, Draft.Of(revision, account, made.Outcome.Select(m => m.Letter.Draft), shown));
        await step.Journal(row, "letter-prepared", ("letters", string.Join(' ', request.Kinds)),
            ("revision", Step.Text(revision)));
        return shown;
    }

    /// <summary>
    /// Everything that must hold before a letter of the host may leave, in the order an officer can mend it.
    /// Asked when it is prepared and again when it is released: consent may have been withdrawn between.
    /// </summary>
    public static async Task<Refusal?> MayLeave(
        Step step, CaseRow row, IReadOnlyList<string> kinds, string happened, Ledger ledger)
    {
        var state = await step.StateOf(row);
        var scopes = kinds.SelectMany(k => Heads.KindOf(k).Scopes).Distinct().ToList();
        if (row.Side != Sides.Host || state is null)
        {
            return RecordEvent.NotNow(state, happened);
        }

        if (Notice.Gate(state, ledger, scopes) is { } gate)
        {
            return gate;
        }

        if (!CaseStages.Accepts(row.Side, state, happened))
        {
            return RecordEvent.NotNow(state, happened);
        }

        var course = await step.Course(row);
        if (Notice.Guardian(await step.Folder(row), course, ledger, scopes) is { } alone)
        {
            return alone;
        }

        var permitted = Agreements.Judge.Permit(
            new Agreements.LetterAsked(step.Us, row.Other, row.Host, row.Origin, kinds[0], []),
            await step.Register(), step.Now);
        return permitted.Refused ? permitted.Refusal
            : happened == nameof(NoticeReleased) ? Notice.Route(step.Identity.Country, course) : null;
    }

    private static async Task<Decision<IReadOnlyList<MadeLetter>>> Make(
        Step step, CaseRow row, PrepareLetterRequest request, Ledger ledger)
    {
        var bodies = LetterBodies.MakeTogether(
            request.Kinds, await step.Folder(row), request.Fields, ledger.Standing);
        if (bodies.Refused)
        {
            return bodies.Refusal;
        }

        var register = await step.Register();
        var made = new List<MadeLetter>();
        foreach (var (kind, body) in request.Kinds.Zip(bodies.Outcome))
        {
            var letter = Heads.Complete(step, row, body.Letter, kind, request.ToPost, register,
                ledger.Reference(Heads.KindOf(kind).Scopes));
            if (letter.Refused)
            {
                return letter.Refusal;
            }

            made.Add(new MadeLetter(letter.Outcome, body));
        }

        return made;
    }

    private static string Named(IEnumerable<string> kinds) =>
        string.Join(' ', kinds.Where(k => LetterBook.Shipped.Find(k) is not null));
}

/// <summary>A letter made from the folder, and what it takes and leaves.</summary>
internal sealed record MadeLetter(LetterToWrite Letter, PreparedBody Body);
