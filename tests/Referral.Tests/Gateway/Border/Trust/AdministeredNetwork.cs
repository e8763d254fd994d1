using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Referral.Gateway;
using Referral.Gateway.Border.Trust;
using Referral.Network;
using Referral.Tests.Gateway.Running;

namespace Referral.Tests.Gateway.Border.Trust;

/// <summary>Changes the trust list of a running practice network, as its two administrators would.</summary>
internal sealed class AdministeredNetwork(RunningGateways gateways)
{
    private string Home => Path.Combine(gateways.Network.Folder, "practice-administrators");

    private string Kept => Path.Combine(Home, TrustList.FileName);

    internal SignedTrust List => TrustFile.Open(Kept).Outcome;

    internal void Change(Func<TrustContent, Decision<TrustContent>> change)
    {
        using var first = AdministratorKey.Read(Path.Combine(Home, "first.pem"));
        using var second = AdministratorKey.Read(Path.Combine(Home, "second.pem"));
        var list = List;
        var next = list.Next(change(list.Latest).Outcome, DateTimeOffset.UtcNow, first, second);
        TrustFile.Write(Kept, next.Outcome);
    }

    /// <summary>Lays the list into a country's folder and lets its gateway look.</summary>
    internal async Task Install(params string[] countries)
    {
        foreach (var country in countries)
        {
            TrustFile.Write(Path.Combine(gateways.DataFolder(country), TrustList.FileName), List);
            await Look(country);
        }
    }

    internal Task Look(string country) => gateways.Host(country).Services.GetServices<IHostedService>()
        .OfType<TrustWatch>().Single().Look();

    /// <summary>A new key for signing is made and listed, and the one used until now is revoked since
    /// this moment.</summary>
    internal void Replace(string country, DateTimeOffset? lost = null)
    {
        var old = gateways.Identity(country).Keys.Signing.Kid;
        GatewayKeys.MakeNext(gateways.DataFolder(country), country, MemberKey.Sign, DateTimeOffset.UtcNow);
        using var keys = GatewayKeys.CreateOrRead(gateways.DataFolder(country), country, TimeProvider.System);
        var published = keys.Published(Members.Of(country));
        Change(list => TrustChange.Rotate(list, published));
        Change(list => TrustChange.Revoke(list, old, lost ?? DateTimeOffset.UtcNow));
    }
}
