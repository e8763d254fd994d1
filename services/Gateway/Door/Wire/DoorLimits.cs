namespace Referral.Gateway.Door.Wire;

/// <summary>Limits of the door.</summary>
internal static class DoorLimits
{
    /// <summary>
    /// Bytes of one message, decompressed: 16 MB. The folder's own limits lie far below, so that a text too
    /// long is answered with our number and the field's name.
    /// </summary>
    public const int MessageBytesMax = 16 * 1024 * 1024;

    /// <summary>
    /// Bytes of an answer from which on it is packed (gzip) for a caller who can unpack it. Below, the line
    /// gains nothing: one packet is one packet.
    /// </summary>
    public const int PackedFromBytes = 1200;

    /// <summary>Bytes of a message that comes packed, unpacked: 1 MB, whatever the service.</summary>
    public const int PackedQuestionBytesMax = 1024 * 1024;

    /// <summary>
    /// Bytes of a question that is small: 64 kB. It waits in Kestrel until it is there whole, and has a share
    /// of room that large ones do not take.
    /// </summary>
    public const int SmallQuestionBytesMax = 64 * 1024;

    /// <summary>Room for small questions, as a part of the room for large ones, beside it: a tenth.</summary>
    public const int SmallShare = 10;

    /// <summary>Bytes of a question in JSON: 4 MB. Reading JSON takes several times its length.</summary>
    public const int JsonBytesMax = 4 * 1024 * 1024;

    /// <summary>
    /// Bytes of memory of a question from which on it is not left to the runtime when to let go of it: 1 MB.
    /// </summary>
    public const int CollectedFromBytes = 1024 * 1024;

    /// <summary>
    /// Bytes that Kestrel takes in for one call before anybody reads them: 96 kB, more than a small question.
    /// </summary>
    public const int AheadOfACallBytes = 96 * 1024;

    /// <summary>The same for all calls of one connection: 128 kB.</summary>
    public const int AheadOfAConnectionBytes = 128 * 1024;

    /// <summary>
    /// Bytes of a message to what anybody may ask, and of the question that begins a stream: 16 kB.
    /// </summary>
    public const int PlainQuestionBytesMax = 16 * 1024;

    /// <summary>Bytes of one message of any other service, decompressed: 1 MB.</summary>
    public const int OtherMessageBytesMax = 1024 * 1024;
}
