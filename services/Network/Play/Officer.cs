namespace Referral.Network.Play;

/// <summary>
/// A practice account: who asks, at which post, with which role. The accounts are invented.
/// </summary>
public sealed record Officer(string Country, string Account, string Post, string Role)
{
    public override string ToString() => $"{Account} ({Role}, {Post})";
}
