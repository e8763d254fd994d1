using Referral.Contracts.Letters;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>A letter's body made from the folder, before anybody signed it.</summary>
/// <param name="Letter">Body only; the letterhead is written when the letter is released.</param>
/// <param name="Fields">Field keys it carries, in the order of the form.</param>
/// <param name="DataClass">Highest class of them, P1 to P4.</param>
/// <param name="LeftOut">Fields the folder holds and the letter leaves at home, with the code that keeps
/// them.</param>
internal sealed record PreparedBody(
    Letter Letter,
    IReadOnlyList<string> Fields,
    string DataClass,
    IReadOnlyList<(string Field, string Code)> LeftOut);
