using Referral.Contracts.Agreements;
using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.Agreements;

/// <summary>One letter somebody wants to send.</summary>
/// <param name="From">Country that writes.</param>
/// <param name="To">Country that receives.</param>
/// <param name="Host">Country where the person is.</param>
/// <param name="Origin">Country of nationality or permanent residence.</param>
/// <param name="Kind">Catalogue id, such as M01.</param>
/// <param name="Fields">Field keys of its body.</param>
/// <param name="Purpose">Purpose of what its body asks or answers; null = the kind's own.</param>
internal sealed record LetterAsked(
    string From, string To, string Host, string Origin, string Kind, IReadOnlyCollection<string> Fields,
    string? Purpose = null);

/// <summary>A yes: the agreement, our rule, and what the officer must be told beside it.</summary>
/// <param name="Rule">Ours, agreement and letter: never an article of the text.</param>
/// <param name="Purpose">Purpose the letter serves under the agreement.</param>
/// <param name="DataClass">Highest class of the fields: P1 to P4, E.</param>
/// <param name="Status">Legal status as this gateway knew it then.</param>
/// <param name="Warnings">Codes to show: SIGNED_NOT_CONFIRMED.</param>
internal sealed record Permission(
    Instrument Instrument, string Version, string Rule, string Purpose, string DataClass, string Status,
    IReadOnlyList<string> Warnings);

/// <summary>
/// May this letter, with these fields, go from one country to the other at that moment? The sender asks
/// before it seals, the receiver (Judge.Arrived.cs) after it opened. Refuses REF-2201 to REF-2205.
/// Source of what is covered: contracts/Agreements (letters_mark P).
/// </summary>
internal static partial class Judge
{
    public static Decision<Permission> Permit(LetterAsked asked, Register register, DateTimeOffset at)
    {
        using var span = Trace.Here();
        var kind = LetterBook.Shipped.Find(asked.Kind);
        var between = InstrumentBook.Shipped.Between(asked.From, asked.To).ToList();
        var carrying = between.Where(i => i.Carries(asked.Kind)).ToList();
        var ground = carrying.Where(i => register.OperatedAt(i, at))
            // Notes and changes of channel are diplomacy, also where an agreement would carry them.
            .OrderBy(i => i.Channel == "DIPLOMATIC" ? 0 : 1)
            .Select(i => new Ground(i, register.StatusAt(i, at))).FirstOrDefault();
        if (kind is not null && ground is not null)
            return Under(ground, kind, asked);
        var operated = between.FirstOrDefault(i => i.Kind == "BILATERAL_TIP" && register.OperatedAt(i, at));
        if (operated is not null && carrying.Count == 0)
            return Refusals.Under(
                Refusals.LetterNotCovered, asked, new Ground(operated, register.StatusAt(operated, at)));
        var named = carrying.Count > 0 ? carrying : between.Where(i => i.Kind == "BILATERAL_TIP");
        return Refusals.None(asked, [.. named.Select(i => (i, register.StatusAt(i, at)))]);
    }

    private static Decision<Permission> Under(Ground ground, LetterKind kind, LetterAsked asked)
    {
        var serves = asked.Purpose is { } purpose
            ? ground.Instrument.Purposes.Contains(purpose) : kind.Serves(ground.Instrument.Purposes);
        if (!serves || !Faces(kind, asked))
            return Refusals.Under(
                Refusals.LetterNotCovered, asked, ground, ("purpose", asked.Purpose ?? kind.Purpose));
        if (LetterRows.FirstBarred(kind, asked.Fields) is var (field, code))
            return Refusals.Under(code, asked, ground, ("field", field), ("value", LetterRows.ClassOf(field)),
                ("limit", kind.PartsClass ?? kind.MaxClass));
        var tooHigh = asked.Fields.FirstOrDefault(
            f => !ground.Instrument.Classes.Contains(LetterRows.ClassOf(f)));
        if (tooHigh is not null)
            return Refusals.Under(Refusals.ClassTooHigh, asked, ground,
                ("field", tooHigh), ("value", LetterRows.ClassOf(tooHigh)),
                ("limit", ground.Instrument.MaxClass ?? "-"));
        return new Permission(
            ground.Instrument, ground.Instrument.Version, Refusals.Rule(ground.Instrument.Id, kind.Id),
            asked.Purpose ?? kind.Purpose, DataClass.Highest(asked.Fields.Select(LetterRows.ClassOf)),
            ground.Status,
            ground.Status == InstrumentStatus.SignedNotConfirmed
                ? [InstrumentStatus.SignedNotConfirmed] : []);
    }

    private static bool Faces(LetterKind kind, LetterAsked asked) => kind.Direction switch
    {
        "HOST_TO_ORIGIN" => (asked.From, asked.To) == (asked.Host, asked.Origin),
        "ORIGIN_TO_HOST" => (asked.From, asked.To) == (asked.Origin, asked.Host),
        "BOTH" => asked.From == asked.Host || asked.To == asked.Host,
        _ => false,
    };
}
