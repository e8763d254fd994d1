using System.Globalization;
using Referral.Contracts.Letters;

namespace Referral.Gateway.Border.Admission;

/// <summary>
/// The catalogue id that belongs to a body: M01 to M32 by its field number less 100, VOID for the void.
/// </summary>
internal static class LetterKinds
{
    internal const string Void = "VOID";

    /// <summary>Null where there is no body, or one this program does not know.</summary>
    internal static string? Of(Letter.BodyOneofCase body) => body switch
    {
        Letter.BodyOneofCase.None => null,
        Letter.BodyOneofCase.Void => Void,
        _ => string.Create(CultureInfo.InvariantCulture, $"M{(int)body - 100:D2}"),
    };
}
