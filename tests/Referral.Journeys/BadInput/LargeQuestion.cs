using Google.Protobuf;
using Referral.Contracts.Desk;

namespace Referral.Journeys.BadInput;

/// <summary>Questions as large as they may be. Nothing in them is about anybody.</summary>
internal static class LargeQuestion
{
    private const int TextCharacters = 10 * 1024 * 1024;
    private const int LimitBytes = (16 * 1024 * 1024) - 1024;
    private const int OtherLimitBytes = (1024 * 1024) - 1024;

    /// <summary>One text; eight million empty items; fields that no contract has.</summary>
    public static byte[] Of(string call) => call switch
    {
        "EditSection" => new EditSectionRequest
        {
            CommandId = Guid.NewGuid().ToString(), Case = "cases/TH-2026-999999", Revision = 1,
            Section = new()
            {
                Facts = new() { Account = new() { Text = new string('x', TextCharacters) } },
            },
        }.ToByteArray(),
        "PrepareLetter" => Many(LimitBytes, number: 3),
        _ => Many(OtherLimitBytes, number: 15),
    };

    // A tag of one byte and a length of nothing, again and again.
    private static byte[] Many(int bytes, int number) =>
        [.. Enumerable.Range(0, bytes).Select(at => at % 2 == 0 ? (byte)((number << 3) | 2) : (byte)0)];
}
