namespace Referral.Gateway.Door.Wire;

/// <summary>
/// How much memory a gateway gives to questions at once, all callers together. Small ones have a share of
/// their own, so that a tray is opened while somebody sends a folder.
/// </summary>
internal sealed class QuestionRoom(GatewayIdentity identity)
{
    private const int Megabyte = 1024 * 1024;

    private readonly Share _large = new(MostOf(identity));

    // A small one is counted when it is here whole: who announces it and sends nothing takes no place.
    private readonly Share _small = new(MostOf(identity) / DoorLimits.SmallShare);

    /// <summary>Bytes of memory that one question may take at most.</summary>
    public long Most { get; } = MostOf(identity);

    /// <summary>A place of so many bytes, until it is disposed; null when there is none.</summary>
    public Place? Take(long bytes) =>
        (bytes <= DoorLimits.SmallQuestionBytesMax ? _small : _large).Take(bytes);

    private static long MostOf(GatewayIdentity identity) =>
        (long)identity.Settings.Door.QuestionsMegabytesMax * Megabyte;

    internal sealed class Share(long most)
    {
        private long _held;
        private long _passed;

        public Place? Take(long bytes) => Add(bytes) ? new Place(this, bytes) : null;

        public bool Add(long bytes)
        {
            if (Interlocked.Add(ref _held, bytes) <= most || bytes < 0)
            {
                return true;
            }

            Interlocked.Add(ref _held, -bytes);
            return false;
        }

        /// <summary>
        /// What was read lies about until the runtime collects it, and large objects it lets lie longest, on
        /// each of its heaps: a place is free again when its memory is. It costs a pause, now and then.
        /// </summary>
        public void Collect(long bytes)
        {
            if (bytes > DoorLimits.CollectedFromBytes && Interlocked.Add(ref _passed, bytes) > most / 4)
            {
                Interlocked.Exchange(ref _passed, 0);
                GC.Collect(
                    GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }

    internal sealed class Place(Share share, long bytes) : IDisposable
    {
        private long _bytes = bytes;

        public bool IsLarge => _bytes > DoorLimits.SmallQuestionBytesMax;

        /// <summary>It takes so many bytes, more or fewer; false when there is no room for more.</summary>
        public bool Becomes(long bytes)
        {
            if (!share.Add(bytes - _bytes))
            {
                return false;
            }

            _bytes = bytes;
            return true;
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _bytes, 0) is var held and > 0)
            {
                share.Collect(held);
                share.Add(-held);
            }
        }
    }
}
