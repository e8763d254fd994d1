using Google.Protobuf;
using Referral.Contracts.Desk;
using Referral.Contracts.Letters;

namespace Referral.Gateway.CaseFile;

/// <summary>Letters that are prepared and wait for the officer who releases them.</summary>
/// <param name="Revision">Grows with each preparation; the releasing officer names the one she saw.</param>
/// <param name="PreparedBy">Account of the officer who prepared: where a second is needed, it may not
/// release.</param>
/// <param name="Letters">As they will be written, without id, number and time.</param>
/// <param name="Shown">What the officers see of it.</param>
internal sealed record Draft(
    uint Revision, string PreparedBy, IReadOnlyList<byte[]> Letters, byte[] Shown)
{
    public IReadOnlyList<Letter> Read() => [.. Letters.Select(Letter.Parser.ParseFrom)];

    public LetterDraft View() => LetterDraft.Parser.ParseFrom(Shown);

    public static Draft Of(
        uint revision, string preparedBy, IEnumerable<Letter> letters, LetterDraft shown) =>
        new(revision, preparedBy, [.. letters.Select(l => l.ToByteArray())], shown.ToByteArray());
}
