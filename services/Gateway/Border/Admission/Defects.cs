using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;

namespace Referral.Gateway.Border.Admission;

/// <summary>What is wrong with a letter whose turn has come. Each such letter has had its number.</summary>
internal static class Defects
{
    // Two gateways' clocks may differ by this much.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    internal static Verdict? Of(Letterhead head, OpenedLetter opened, Known known)
    {
        if (opened.Jws.Length > known.Limits.LetterBytesMax)
            return Refused(BorderRefusals.TooBig("letter", opened.Jws.Length, known.Limits.LetterBytesMax));
        if (OutOfTime(head, known.Now) is { } field)
            return Refused(BorderRefusals.OutOfTime(field), RemState.NonDelivery);
        if (!known.SchemaVersions.Contains(head.SchemaVersion))
            return Refused(BorderRefusals.SchemaUnknown(head.SchemaVersion));
        return LetterKinds.Of(opened.Letter) is { } kind && kind == head.Kind
            ? null
            : Refused(BorderRefusals.KindUnknown(head.Kind));
    }

    private static string? OutOfTime(Letterhead head, DateTimeOffset now)
    {
        if (Moment(head.WrittenAt) is not { } written || written > now + ClockTolerance)
            return "written_at";
        return Moment(head.ExpiresAt) is { } expires && expires > now ? null : "expires_at";
    }

    // A stranger's timestamp may lie outside what a date can hold; asking the library for it would be a
    // fault.
    private static DateTimeOffset? Moment(Timestamp? stamp) =>
        stamp is { Nanos: >= 0 and <= 999_999_999 }
        && stamp.Seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
        && stamp.Seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? stamp.ToDateTimeOffset()
            : null;

    private static Verdict.Refuse Refused(Refusal refusal, RemState state = RemState.RelayRejection) =>
        new(refusal, state, TakesNumber: true, Alert: false);
}
