using Referral.Gateway.Border.Trust;

namespace Referral.Gateway;

/// <summary>Who this gateway is: its country, its keys, and the members it knows.</summary>
internal sealed record GatewayIdentity(
    Country Country, GatewayKeySet Keys, TrustHolder Holder, GatewaySettings Settings)
{
    /// <summary>With a list that nobody changes.</summary>
    public GatewayIdentity(Country country, GatewayKeySet keys, TrustList trust, GatewaySettings settings)
        : this(country, keys, new TrustHolder(trust), settings)
    {
    }

    public string Code => Country.Code;

    /// <summary>The list in force. It may change between two looks.</summary>
    public TrustList Trust => Holder.Current;
}
