namespace Referral.Gateway.Border.Seal;

/// <summary>
/// How much goes into one pouch and one letter. All gateways of a network run with the same.
/// </summary>
internal sealed record PouchLimits
{
    /// <summary>
    /// Bytes (ASCII) of a sealed token. 65,536 to 4,194,304 inclusive, default 4,194,304. Refuses: REF-2401.
    /// </summary>
    public int TokenBytesMax { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// Letters in one pouch, and as many receipts. 1 to 256 inclusive, default 256. Refuses: REF-2416.
    /// </summary>
    public int LettersMax { get; init; } = 256;

    /// <summary>
    /// Bytes (ASCII) of one signed letter. 4,096 to 1,048,576 inclusive, default 1,048,576; must fit into a
    /// pouch. Refuses: REF-2416.
    /// </summary>
    public int LetterBytesMax { get; init; } = 1024 * 1024;

    /// <summary>Step in bytes a pouch is padded up to. 256 to 65,536 inclusive, default 4,096.</summary>
    public int PadStepBytes { get; init; } = 4096;

    internal static PouchLimits Default { get; } = new();

    /// <summary>
    /// Bytes that letters, receipts and checkpoint of a pouch may take together, so that its token keeps
    /// within TokenBytesMax: base64url takes a third more, padding up to two steps, header and framing the
    /// rest.
    /// </summary>
    public int PouchBytesMax => TokenBytesMax / 4 * 3 - 2 * PadStepBytes - 4096;

    /// <summary>
    /// Every mistake at once, each with the value found and the range allowed. Empty where all is well.
    /// </summary>
    public IReadOnlyList<string> Mistakes() =>
    [
        .. Range(nameof(TokenBytesMax), TokenBytesMax, 65_536, Default.TokenBytesMax),
        .. Range(nameof(LettersMax), LettersMax, 1, Default.LettersMax),
        .. Range(nameof(LetterBytesMax), LetterBytesMax, 4_096, Default.LetterBytesMax),
        .. Range(nameof(PadStepBytes), PadStepBytes, 256, 65_536),
        .. LetterBytesMax > PouchBytesMax
            ? [$"LetterBytesMax is {LetterBytesMax}; a pouch of TokenBytesMax holds {PouchBytesMax}."]
            : Array.Empty<string>(),
    ];

    private static string[] Range(string name, int found, int least, int most) =>
        found < least || found > most ? [$"{name} is {found}; allowed is {least} to {most}."] : [];
}
