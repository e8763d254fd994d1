using Referral.Gateway.Border.Trust;

namespace Referral.Gateway;

/// <summary>Who this gateway is: its country, its keys, and the members it knows.</summary>
internal sealed record GatewayIdentity(
    Country Country, GatewayKeySet Keys, TrustList Trust, GatewaySettings Settings)
{
    public string Code => Country.Code;
}
