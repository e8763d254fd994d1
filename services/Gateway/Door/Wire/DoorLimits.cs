namespace Referral.Gateway.Door;

/// <summary>Limits of the door.</summary>
internal static class DoorLimits
{
    /// <summary>
    /// Bytes of one message, decompressed: 16 MB. The folder's own limits lie far below, so that a text too
    /// long is answered with our number and the field's name.
    /// </summary>
    public const int MessageBytesMax = 16 * 1024 * 1024;

    /// <summary>Bytes of one message of any other service, decompressed: 1 MB.</summary>
    public const int OtherMessageBytesMax = 1024 * 1024;
}
