using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.Agreements;

/// <summary>
/// The row of the letters table: which fields one kind of letter may carry. What must never cross is refused
/// first, whatever the row says. Source: the project's field list and roles, 5.3 (mark P).
/// </summary>
internal static class LetterRows
{
    /// <summary>The code (REF-2203, 2204, 2205) that keeps this field out of that letter; null = it may
    /// go.</summary>
    public static string? Bar(LetterKind kind, string fieldKey)
    {
        var field = FieldBook.Shipped.Find(fieldKey);
        if (field is null)
            return Refusals.FieldNotInRow;
        if (field.Never)
            return Refusals.FieldNeverCrosses;
        if (!field.Letters.Contains(kind.Id) || !kind.Fields.Contains(field.Number))
            return Refusals.FieldNotInRow;
        return DataClass.Exceeds(field.Class, kind.PartsClass ?? kind.MaxClass)
            ? Refusals.ClassTooHigh : null;
    }

    /// <summary>The first barred field: what never crosses before what is in no row.</summary>
    public static (string Field, string Code)? FirstBarred(LetterKind kind, IEnumerable<string> fieldKeys)
    {
        var barred = fieldKeys.Select(f => (Field: f, Code: Bar(kind, f)!)).Where(b => b.Code is not null)
            .ToList();
        if (barred.Count == 0)
            return null;
        return barred.FirstOrDefault(b => b.Code == Refusals.FieldNeverCrosses) is { Code: not null } never
            ? never : barred[0];
    }

    public static string ClassOf(string fieldKey) => FieldBook.Shipped.Find(fieldKey)?.Class ?? "E";

    /// <summary>Fields asked for by name that travel inside another one or in the letterhead.</summary>
    public static bool TravelsAlong(string fieldKey) => fieldKey is
        "case_ref" or "host" or "instrument_id" or "channel" or "name_parts"
        or "birth_as_written" or "birth_precision" or "birth_calendar" or "birth_basis";
}
