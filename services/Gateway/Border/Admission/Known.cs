using Referral.Gateway.Border.Seal;

namespace Referral.Gateway.Border.Admission;

/// <summary>
/// What the receiver knows when a letter is judged. Everything is of the letter's sender alone.
/// </summary>
/// <param name="Us">Our country.</param>
/// <param name="PouchFrom">The country the carrier verified and the pouch agrees with.</param>
/// <param name="SchemaVersions">Versions we read.</param>
/// <param name="Now">Moment of judging.</param>
/// <param name="SameId">
/// The earlier letter of the same sender with the same id; null for none, and null when a letter that waited
/// is judged again because its turn has come.
/// </param>
/// <param name="NextNumber">
/// The next number of this referral from this sender; 1 where the referral is unknown.
/// </param>
/// <param name="NumberTaken">Another letter of this sender holds the number, settled or waiting.</param>
/// <param name="ReferralKnown">We have a case of this referral, or gave its number.</param>
internal sealed record Known(
    string Us,
    string PouchFrom,
    IReadOnlyList<uint> SchemaVersions,
    DateTimeOffset Now,
    InboxRow? SameId,
    uint NextNumber,
    bool NumberTaken,
    bool ReferralKnown)
{
    public PouchLimits Limits { get; init; } = PouchLimits.Default;
}
