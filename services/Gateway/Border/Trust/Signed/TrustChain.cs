using System.Text.Json;
using Referral.Gateway.Border.Seal;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// Checks a list from its first version to its newest. Refuses: REF-2415, REF-2420 to REF-2422, REF-2424,
/// REF-2428, REF-2429.
/// </summary>
internal static class TrustChain
{
    private const int PersonsWanted = 2;

    internal static Decision<SignedTrust> Check(IReadOnlyList<SignedVersion> versions, bool pending)
    {
        if (versions.Count is 0 or > SignedTrust.VersionsMax || versions.Any(v => v is null))
            return TrustRefusals.Unreadable("versions");
        TrustContent? before = null;
        var complete = true;
        for (var at = 0; at < versions.Count; at++)
        {
            if (versions[at].Content() is not { } content || content.Version != at + 1)
                return TrustRefusals.Unreadable("a version is none");
            if (content.Previous != (at == 0 ? "" : versions[at - 1].Sha256))
                return TrustRefusals.Unreadable("a version does not follow the one before");
            var persons = (before ?? content).Administrators;
            if (Persons(content.Administrators) is { } wrong)
                return wrong;
            var signers = versions[at].Signers(persons, content.Version);
            if (signers.Refused)
                return signers.Refusal;
            complete = signers.Outcome.Distinct().Count() == PersonsWanted
                && signers.Outcome.Count == PersonsWanted;
            if (!complete && !(pending && at == versions.Count - 1))
                return TrustRefusals.NotSignedByBoth(content.Version);
            before = content;
        }

        return MembersOf(before!) is { } lacking ? lacking : Built(versions, before!, complete);
    }

    /// <summary>The kid that a signature's header names; empty where it names none.</summary>
    internal static string KidOf(VersionSignature signature)
    {
        using var header = JsonDocument.Parse(StrictBase64Url.Decode(signature.Protected));
        return header.RootElement.GetProperty("kid").GetString() ?? "";
    }

    private static Refusal? Persons(IReadOnlyList<Administrator> persons)
    {
        if (persons.Count != PersonsWanted || persons.Any(p => p is null)
            || persons.DistinctBy(p => p.Kid).Count() != PersonsWanted)
            return TrustRefusals.Administrators("two different persons are wanted");
        return persons.All(p => KeyThumbprint.Names(p.Kid, p.PublicKey))
            ? null
            : TrustRefusals.Administrators("a key is not the key it names");
    }

    private static Refusal? MembersOf(TrustContent content)
    {
        foreach (var member in content.Members)
            foreach (var use in new[] { MemberKey.Sign, MemberKey.Seal })
                if (member?.Keys is null || member.Keys.All(k => k is null || k.Use != use))
                    return TrustRefusals.MemberWithoutKeys(member?.Country ?? "?", use);
        return content.WrittenAt < content.ValidUntil ? null : TrustRefusals.Unreadable("no validity");
    }

    private static Decision<SignedTrust> Built(
        IReadOnlyList<SignedVersion> versions, TrustContent latest, bool complete)
    {
        try
        {
            return new SignedTrust(versions, latest, complete);
        }
        catch (InvalidDataException e)
        {
            return TrustRefusals.Wrong(e.Message);
        }
    }
}
