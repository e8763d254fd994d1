using Referral.Contracts.Desk;

namespace Referral.Network.Play;

/// <summary>What one side sees: its folder as its officer reads it, and its timeline.</summary>
/// <param name="Country">Whose eyes.</param>
/// <param name="Officer">The account that looked.</param>
/// <param name="Case">The folder.</param>
/// <param name="Timeline">What happened, letters, receipts, deadlines.</param>
public sealed record SideView(string Country, Officer Officer, CaseView Case, Timeline Timeline)
{
    /// <summary>Keys of all fields that the folder holds, also those this officer does not see.</summary>
    public IReadOnlyList<string> FieldsHeld { get; init; } = [.. Case.Fields.Select(field => field.Key)];
}
