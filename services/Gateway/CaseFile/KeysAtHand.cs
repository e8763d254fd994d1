using System.Security.Cryptography;

namespace Referral.Gateway.CaseFile;

/// <summary>
/// Keys of cases, unwrapped, in memory. Bounded: they are held in two halves, and when the younger is full
/// the older goes, so that a key used lately stays. A case's key that is forgotten is gone at once.
/// </summary>
/// <param name="most">Keys held at most.</param>
internal sealed class KeysAtHand(int most)
{
    private readonly Lock _turn = new();
    private Dictionary<Guid, byte[]> _younger = [];
    private Dictionary<Guid, byte[]> _older = [];
    private long _forgotten;

    public int Count
    {
        get
        {
            lock (_turn)
                return _younger.Count + _older.Count;
        }
    }

    /// <summary>To be taken before a key is read from its store, and given with it to <see cref="Keep"/>.
    /// </summary>
    public long Moment
    {
        get
        {
            lock (_turn)
                return _forgotten;
        }
    }

    public byte[]? Find(Guid caseId)
    {
        lock (_turn)
        {
            if (_younger.TryGetValue(caseId, out var key)) return key;
            if (!_older.Remove(caseId, out key)) return null;
            Put(caseId, key);
            return key;
        }
    }

    /// <summary>
    /// Keeps a key that was read at that moment. One that may have been read before another was forgotten is
    /// not kept: it may be the very one.
    /// </summary>
    public void Keep(Guid caseId, byte[] key, long moment)
    {
        lock (_turn)
        {
            if (moment != _forgotten) return;
            _older.Remove(caseId);
            Put(caseId, key);
        }
    }

    public void Forget(Guid caseId)
    {
        lock (_turn)
        {
            _forgotten++;
            foreach (var half in new[] { _younger, _older })
                if (half.Remove(caseId, out var key)) CryptographicOperations.ZeroMemory(key);
        }
    }

    private void Put(Guid caseId, byte[] key)
    {
        if (_younger.Count >= most / 2 && !_younger.ContainsKey(caseId))
            (_older, _younger) = (_younger, []);
        _younger[caseId] = key;
    }
}
