using Referral.Gateway.Border.Trust;

namespace Referral.Gateway;

/// <summary>Who this gateway is: its country, its keys, and the members it knows.</summary>
internal sealed record GatewayIdentity(Country Country, GatewayKeySet Keys, TrustHolder Holder, GatewaySettings Settings)
{
    public string Code => Country.Code;

    /// <summary>The list in force. It may change between two looks.</summary>
    public TrustList Trust => Holder.Current;
}
