using Referral.Gateway;

namespace Referral.Network;

/// <summary>Four gateways that run, in one process or in four: where each is found.</summary>
public sealed record RunningNetwork(string Folder, IReadOnlyList<RunningGateway> Gateways)
{
    /// <summary>Issuer of the practice sign-in; null where none was asked for.</summary>
    public Uri? SignIn { get; init; }

    public RunningGateway Of(string country) => Gateways.First(gateway => gateway.Country.Code == country);

    /// <summary>The same network, entered by the doors of second processes where there are any.</summary>
    public RunningNetwork BySecondDoors() =>
        this with { Gateways = [.. Gateways.Select(gateway => gateway.Second ?? gateway)] };
}

/// <summary>One of them.</summary>
/// <param name="Country">Whose it is.</param>
/// <param name="Door">Address of its gRPC door, http://127.0.0.1:port.</param>
/// <param name="Pages">Address of pages, health and metrics.</param>
/// <param name="DataFolder">Its own folder, with the key that practice tokens are signed with.</param>
public sealed record RunningGateway(Country Country, Uri Door, Uri Pages, string DataFolder)
{
    /// <summary>A second process of the same gateway, on the same databases; null for none.</summary>
    public RunningGateway? Second { get; init; }
}

/// <summary>The network could not be started or held: what, and what to do now.</summary>
public sealed class NetworkFault(string message, Exception? inner = null) : Exception(message, inner);
