using Referral.Network.Processes;
using Referral.Gateway;
using Referral.Gateway.Border.Trust;

namespace Referral.Network;

/// <summary>
/// Founds a practice network in a folder: a data folder and keys for each member, two practice
/// administrators, and the list they signed in each. Done once; a later start keeps what is there. Real
/// members exchange their keys on paper, and real administrators are two persons; here one hand holds all.
/// </summary>
internal static class Founding
{
    /// <summary>Folder of the administrators' keys, in the folder of the network.</summary>
    public const string Administrators = "practice-administrators";

    private static readonly string[] Persons = ["first.pem", "second.pem"];

    public static void Found(string folder, IReadOnlyList<Country> members, TimeProvider time)
    {
        OwnerOnlyFile.Folder(folder);
        var published = members.Select(country =>
        {
            var home = Members.DataFolder(folder, country.Code);
            OwnerOnlyFile.Folder(home);
            using var keys = GatewayKeys.CreateOrRead(home, country.Code, time);
            return keys.Published(country);
        }).ToList();
        var lacking = members.Select(country =>
                Path.Combine(Members.DataFolder(folder, country.Code), TrustList.FileName))
            .Where(file => !IsSigned(file)).ToList();
        if (lacking.Count == 0) return;
        var list = ListOf(folder, published, time.GetUtcNow());
        foreach (var file in lacking) TrustFile.Write(file, list);
    }

    // All members get the same first version, also those whose file was lost between two starts.
    private static SignedTrust ListOf(string folder, IReadOnlyList<Member> published, DateTimeOffset now)
    {
        var home = Path.Combine(folder, Administrators);
        OwnerOnlyFile.Folder(home);
        var kept = Path.Combine(home, TrustList.FileName);
        if (IsSigned(kept)) return TrustFile.Open(kept).Outcome;
        var keys = Persons.Select(name => Path.Combine(home, name))
            .Select(file => File.Exists(file) ? AdministratorKey.Read(file) : AdministratorKey.Create(file))
            .ToList();
        try
        {
            var list = SignedTrust.Found(
                TrustContent.First([.. keys.Select(key => key.Public)], published, now), keys).Outcome;
            TrustFile.Write(kept, list);
            return list;
        }
        finally
        {
            foreach (var key in keys) key.Dispose();
        }
    }

    // A network founded before lists were signed gets a signed one.
    private static bool IsSigned(string file) =>
        File.Exists(file) && File.ReadAllText(file).Contains("\"versions\"", StringComparison.Ordinal);
}
