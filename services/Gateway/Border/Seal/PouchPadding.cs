using Google.Protobuf;
using Referral.Contracts.Letters;

namespace Referral.Gateway.Border.Seal;

/// <summary>
/// Fills a pouch with zeros up to a size step, so that the size of its token tells nothing.
/// </summary>
internal static class PouchPadding
{
    private const int TagBytes = 1;

    /// <summary>Sets the padding and gives the bytes to seal: a multiple of the step long.</summary>
    /// <param name="pouch">Complete but for its padding.</param>
    /// <param name="stepBytes">See <see cref="PouchLimits.PadStepBytes"/>.</param>
    internal static byte[] Pad(Pouch pouch, int stepBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepBytes, 256);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stepBytes, 65_536);
        pouch.Padding = ByteString.Empty;
        var size = pouch.CalculateSize();
        var gap = (stepBytes - size % stepBytes) % stepBytes;
        int zeros;
        while ((zeros = ZerosThatTake(gap)) < 0)
            gap += stepBytes;
        pouch.Padding = UnsafeByteOperations.UnsafeWrap(new byte[zeros]);
        return pouch.ToByteArray();
    }

    // The field brings its tag and its length along, so a few gaps (1, 2, 130 ...) cannot be filled exactly.
    private static int ZerosThatTake(int gap)
    {
        if (gap == 0)
            return 0;
        for (var lengthBytes = 1; lengthBytes <= 4; lengthBytes++)
        {
            var zeros = gap - TagBytes - lengthBytes;
            if (zeros > 0 && CodedOutputStream.ComputeLengthSize(zeros) == lengthBytes)
                return zeros;
        }

        return -1;
    }
}
