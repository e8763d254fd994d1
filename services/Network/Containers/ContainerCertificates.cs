using Referral.Network.Certificates;
using Referral.Network.Processes;
using Referral.Network.Rabbit;

namespace Referral.Network.Containers;

/// <summary>
/// The certificates by which the containers of a network know each other at the broker. Each container sees a
/// folder with its own and the root; the authority's key stays with the founder.
/// </summary>
internal static class ContainerCertificates
{
    /// <summary>The address of the broker, as the gateways' containers call it.</summary>
    public const string Broker = "amqps://broker:5671";

    private const string BrokerName = "broker";

    /// <summary>A practice network is founded anew more often than that.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    /// <summary>Makes what is missing, and gives each container's folder to the containers' user.</summary>
    public static void Make(ContainerFolder place, ContainerUser user)
    {
        OwnerOnlyFile.Folder(place.Certificates);
        CertificateFiles.Make(place.Authority, [BrokerName], Life);
        Share(place, place.BrokerCertificates, [BrokerName], user);
        foreach (var code in Members.Codes)
            Share(place, place.GatewayCertificates(code), UsersOf(code), user);
    }

    private static IEnumerable<string> UsersOf(string code) =>
        RabbitTopology.Plan(Members.Codes, Broker, passwords: false).Letterboxes
            .SelectMany(box => box.Senders.Append(box.Owner))
            .Where(user => user.Country == code).Select(user => user.User);

    private static void Share(
        ContainerFolder place, string folder, IEnumerable<string> names, ContainerUser user)
    {
        OwnerOnlyFile.Folder(folder);
        foreach (var file in names.SelectMany(name => new[] { $"{name}.pem", $"{name}.key" })
            .Prepend(PracticeAuthority.RootFile))
            OwnerOnlyFile.Write(
                Path.Combine(folder, file), File.ReadAllBytes(Path.Combine(place.Authority, file)));
        user.Own(folder);
    }
}
