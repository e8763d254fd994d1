namespace Referral.Gateway.Border.Trust;

/// <summary>
/// The list in force, changed as a whole: whoever reads it twice in one piece of work takes it once.
/// </summary>
internal sealed class TrustHolder(TrustList first)
{
    private volatile TrustList _current = first;

    public TrustList Current => _current;

    public void Swap(TrustList next) => _current = next;
}
