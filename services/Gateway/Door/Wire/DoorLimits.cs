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

    /// <summary>Bytes of one message of any other service, decompressed: 1 MB.</summary>
    public const int OtherMessageBytesMax = 1024 * 1024;
}
