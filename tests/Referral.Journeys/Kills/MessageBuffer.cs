namespace Referral.Journeys.Kills;

/// <summary>Bytes of a stream that are not a whole message yet.</summary>
internal sealed class MessageBuffer
{
    private readonly MemoryStream _bytes = new();
    private int _taken;

    public ReadOnlySpan<byte> Held => _bytes.GetBuffer().AsSpan(_taken, (int)_bytes.Length - _taken);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_taken == _bytes.Length)
        {
            _bytes.SetLength(0);
            _taken = 0;
        }
        _bytes.Position = _bytes.Length;
        _bytes.Write(bytes);
    }

    /// <summary>The next so many bytes; null while fewer are held.</summary>
    public byte[]? Take(int length)
    {
        if (Held.Length == 0 || Held.Length < length) return null;
        var message = Held[..length].ToArray();
        _taken += length;
        return message;
    }
}
