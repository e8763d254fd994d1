using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>
/// What we know of the letters in one pouch: whether they came before, what waits for a gap in their
/// referrals, and their cases. Asked ahead for all of them, and kept as the pouch is taken.
/// </summary>
internal sealed class Inbox
{
    private readonly Step _step;
    private readonly Dictionary<string, CaseRow> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Sender, string LetterId), List<LetterInRow>> _came = [];
    private readonly Dictionary<(string Referral, string Sender), List<LetterInRow>> _waiting = [];

    private Inbox(Step step) => _step = step;

    /// <param name="step">The open transaction.</param>
    /// <param name="opened">Of one pouch. Only what has its form is looked up; admission refuses the rest.
    /// </param>
    public static async Task<Inbox> Of(Step step, IReadOnlyList<OpenedLetter> opened)
    {
        var inbox = new Inbox(step);
        var heads = opened.Select(letter => letter.Letter.Head ?? new Letterhead()).ToList();
        var ids = heads.Select(IdOf).Where(id => id.Length > 0).Distinct().ToList();
        var referrals = heads.Select(ReferralOf).Where(number => number.Length > 0).Distinct().ToList();
        var signers = opened.Select(letter => letter.Signer).Distinct().ToList();
        if (ids.Count + referrals.Count > 0)
        {
            // Two looks in one question, each along its own index: what came before, what waits for a gap.
            (await step.Db.LettersIn.Where(l => signers.Contains(l.Sender) && ids.Contains(l.LetterId))
                .Concat(step.Db.LettersIn.Where(l => referrals.Contains(l.Referral)
                    && l.State == (int)RemState.RelayAcceptance))
                .ToListAsync()).ForEach(inbox.Remember);
        }

        if (referrals.Count > 0)
        {
            var rows = await step.LoadReferrals(referrals);
            rows.ForEach(row => inbox._cases[row.Referral!] = row);
            await step.LoadNameCards(rows.ConvertAll(row => row.Id));
        }

        return inbox;
    }

    /// <summary>The letter's id; empty where it has not the form of one.</summary>
    public static string IdOf(Letterhead head) =>
        Guid.TryParseExact(head.LetterId, "D", out _) ? head.LetterId : "";

    /// <summary>The referral's number; empty where it has not the form of one.</summary>
    public static string ReferralOf(Letterhead head) =>
        ReferralNumber.TryParse(head.Referral, out _) ? head.Referral : "";

    /// <summary>The case of a referral; null where none is known here.</summary>
    public CaseRow? CaseOf(string referral) => _cases.GetValueOrDefault(referral);

    /// <summary>A letter of an unknown referral opens its case.</summary>
    public async Task<CaseRow> OpenCase(string number)
    {
        var referral = ReferralNumber.Parse(number);
        return _cases[number] = await _step.OpenCase(referral.Host, referral.Origin, number);
    }

    /// <summary>
    /// The same bytes first: only then is another letter of the same id an alert. Null for neither.
    /// </summary>
    public LetterInRow? Earlier(string sender, string letterId, string sha256)
    {
        var came = _came.GetValueOrDefault((sender, letterId), []);
        return came.Find(l => l.Sha256 == sha256) ?? came.OrderBy(l => l.Row).FirstOrDefault();
    }

    /// <summary>The letter of this number that waits for a gap before it; null for none.</summary>
    public LetterInRow? Waiting(string referral, string sender, long number) =>
        _waiting.GetValueOrDefault((referral, sender), [])
            .Find(l => l.Number == number && l.State == (int)RemState.RelayAcceptance);

    /// <summary>Keeps a letter that came now.</summary>
    public void Keep(LetterInRow row)
    {
        _step.Db.LettersIn.Add(row);
        Remember(row);
    }

    private void Remember(LetterInRow row)
    {
        Add(_came, (row.Sender, row.LetterId), row);
        if (row.State == (int)RemState.RelayAcceptance)
        {
            Add(_waiting, (row.Referral, row.Sender), row);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<LetterInRow>> rows, TKey key, LetterInRow row)
        where TKey : notnull
    {
        if (!rows.TryGetValue(key, out var held))
        {
            rows[key] = held = [];
        }

        if (!held.Contains(row))
        {
            held.Add(row);
        }
    }
}
