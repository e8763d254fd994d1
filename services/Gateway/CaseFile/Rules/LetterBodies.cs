using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>
/// Makes the body of M01, M03 or M05 from the folder: only the fields asked for, by default all that the
/// letter's row allows and the folder holds. Refuses REF-2203, 2204, 2205 when a field is asked for that may
/// not go, and REF-2102 when a part needs its own consent, REF-2306 naming a field the letter needs and the
/// folder lacks.
/// </summary>
internal static class LetterBodies
{
    /// <summary>
    /// Consent under which the P3 parts of M03 go: the name a buyer gave, the ethnic group. Source: the
    /// project's field list, rows 12 and 17; the scope is a proposal (mark P).
    /// </summary>
    public const string OwnConsent = "SHARE_CASE_FOLDER";

    /// <summary>Code that is never told across the border; UNKNOWN stands in its place.</summary>
    public const string Official = "OFFICIAL";

    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["M01"] =
        [
            "name_native", "sex", "birth_date", "acts", "purposes", "identification_body",
            "identification_date",
        ],
        ["M03"] = ["name_native", "sex", "birth_date"],
        ["M05"] = ["place_origin"],
    };

    /// <summary>Fields without which that letter is not made.</summary>
    public static IReadOnlyList<string> NeededBy(string kind) => Needed[kind];

    /// <param name="kind">M01, M03 or M05; the others are not made from a folder.</param>
    /// <param name="fieldsAsked">Field keys; null or empty = all that may go.</param>
    /// <param name="consents">Scopes of the consent ledger that stand now.</param>
    public static Decision<PreparedBody> Make(
        string kind, Folder folder, IReadOnlyCollection<string>? fieldsAsked,
        IReadOnlyCollection<string> consents)
    {
        var row = LetterBook.Shipped.Find(kind)
            ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        var held = FolderFields.Of(folder);
        if (AskedInVain(row, held, fieldsAsked ?? [], consents) is { } refusal)
            return refusal;

        var barred = held.Keys.ToDictionary(k => k, k => Bar(row, k, consents));
        string[] chosen = [.. held.Keys.Where(k => barred[k] is null && Wanted(k, fieldsAsked))];
        if (Array.Find(Needed[kind], n => !chosen.Contains(n)) is { } missing)
            return Refusals.Field(Refusals.FieldMissing, missing, ("letter", kind));

        var letter = BodyOf(kind, held.Only(chosen));
        var carried = LetterFields.Of(letter);
        return new PreparedBody(
            letter, carried, DataClass.Highest(carried.Select(LetterRows.ClassOf)),
            [.. barred.Where(b => b.Value is not null).Select(b => (b.Key, b.Value!))]);
    }

    /// <summary>
    /// Letters that go together, each with those of the fields asked for that stand in its row. A field in
    /// none of the rows is refused for the first letter. In the order asked.
    /// </summary>
    public static Decision<IReadOnlyList<PreparedBody>> MakeTogether(
        IReadOnlyList<string> kinds, Folder folder, IReadOnlyCollection<string>? fieldsAsked,
        IReadOnlyCollection<string> consents)
    {
        var rows = kinds.Select(k => LetterBook.Shipped.Find(k)!).ToList();
        var bodies = new List<PreparedBody>();
        foreach (var row in rows)
        {
            string[] own = [.. (fieldsAsked ?? []).Where(f => LetterRows.Bar(row, f) is null
                || (row == rows[0] && rows.TrueForAll(r => LetterRows.Bar(r, f) is not null)))];
            if (fieldsAsked is { Count: > 0 } && own.Length == 0)
                return Refusals.Field(Refusals.FieldMissing, Needed[row.Id][0], ("letter", row.Id));
            var made = Make(row.Id, folder, own, consents);
            if (made.Refused)
                return made.Refusal;
            bodies.Add(made.Outcome);
        }
        return bodies;
    }

    private static bool Wanted(string key, IReadOnlyCollection<string>? asked) =>
        asked is null or { Count: 0 } || asked.Contains(key);

    private static string? Bar(LetterKind row, string key, IReadOnlyCollection<string> consents)
    {
        if (LetterRows.Bar(row, key) is { } code)
            return code;
        // A part above the letter's own class goes with the person's own consent to that part.
        return DataClass.Exceeds(LetterRows.ClassOf(key), row.MaxClass) && !consents.Contains(OwnConsent)
            ? Refusals.OwnConsentMissing : null;
    }

    private static Refusal? AskedInVain(
        LetterKind row, FieldValues held, IReadOnlyCollection<string> asked,
        IReadOnlyCollection<string> consents)
    {
        if (LetterRows.FirstBarred(row, asked) is var (never, code))
            return Refusals.Field(code, never, ("letter", row.Id), ("rule", row.Id), ("instrument", row.Id),
                ("value", LetterRows.ClassOf(never)), ("limit", row.PartsClass ?? row.MaxClass));
        foreach (var key in asked.Where(k => !LetterRows.TravelsAlong(k)))
        {
            if (Bar(row, key, consents) is { } bar)
                return Refusals.Field(bar, key, ("letter", row.Id), ("value", OwnConsent));
            if (!held.Holds(key))
                return Refusals.Field(Refusals.FieldMissing, key, ("letter", row.Id));
        }
        return null;
    }

    private static Letter BodyOf(string kind, FieldValues chosen) => kind switch
    {
        "M01" => new Letter { VictimIdentificationNotice = NoticeBody.Of(chosen) },
        "M03" => new Letter { NationalityVerificationRequested = RequestBody.Of(chosen) },
        "M05" => new Letter
        {
            FamilyTracingRequested = new()
            {
                PlaceOfOrigin = chosen.Get<Place>("place_origin"),
                Relatives = { chosen.List<Relative>("relatives") },
                DescriptionForTracing = chosen.Get<WrittenText>("description_for_tracing"),
            },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not made from a folder."),
    };
}
