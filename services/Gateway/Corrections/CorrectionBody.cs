using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;
using Referral.Gateway.Border;
using Referral.Gateway.CaseFile.Rules;

namespace Referral.Gateway.Corrections;

/// <summary>
/// Makes the body of M36 from the folder and from what the other side holds: the fields asked for, by default
/// all that differ. Refuses REF-2203 to 2205 for a field that no notice may carry, REF-2122 where nothing
/// differs, REF-2306 where a notice cannot be without the field.
/// </summary>
internal static class CorrectionBody
{
    // Not told is not known: only these say something by not being set.
    private static readonly string[] Flags = ["is_child", "age_disputed", "criminal_case_exists"];

    public static Decision<PreparedBody> Of(
        Folder folder, TakenTogether told, string letterId, string reason, IReadOnlyList<string> asked)
    {
        var row = LetterBook.Shipped.Find(LetterKinds.Correction)!;
        if (LetterRows.FirstBarred(row, asked) is var (barred, code))
        {
            return CaseFile.Rules.Refusals.Field(code, barred, ("letter", row.Id), ("rule", row.Id),
                ("instrument", row.Id), ("value", LetterRows.ClassOf(barred)), ("limit", row.MaxClass));
        }

        var held = FolderFields.Of(folder);
        var now = NoticeOf(held.Only([.. held.Keys.Where(key => LetterRows.Bar(row, key) is null)]));
        var differ = told.Latest.Keys.Union(Flags).Union(asked)
            .Where(key => LetterRows.Bar(row, key) is null && key != ReasonField && Differs(key, now, told))
            .ToList();
        if (asked.FirstOrDefault(key => !differ.Contains(key)) is { } same)
        {
            return CaseFile.Rules.Refusals.Field(Refusals.NothingToCorrect, same);
        }

        string[] chosen = asked.Count > 0 ? [.. asked.Distinct()] : [.. differ];
        if (chosen.Length == 0)
        {
            return CaseFile.Rules.Refusals.Field(Refusals.NothingToCorrect, "-");
        }

        if (LetterBodies.NeededBy(LetterKinds.Notice).FirstOrDefault(
            key => chosen.Contains(key) && !now.Holds(key)) is { } missing)
        {
            return CaseFile.Rules.Refusals.Field(Refusals.FieldMissing, missing, ("letter", row.Id));
        }

        var letter = new Letter
        {
            NoticeCorrection = new()
            {
                CorrectedLetter = letterId,
                Reason = reason,
                Fields = { chosen },
                Notice = NoticeBody.Of(held.Only(chosen)),
            },
        };
        var carried = LetterFields.Of(letter);
        return new PreparedBody(
            letter, carried, DataClass.Highest(carried.Select(LetterRows.ClassOf)), []);
    }

    private const string ReasonField = "correction_reason";

    private static FieldValues NoticeOf(FieldValues held) =>
        LetterFields.Values(new Letter { VictimIdentificationNotice = NoticeBody.Of(held) });

    private static bool Differs(string key, FieldValues now, TakenTogether told) =>
        !Equals(now.Get<object>(key), told.Latest.GetValueOrDefault(key));
}
