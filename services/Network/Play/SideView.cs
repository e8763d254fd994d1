using Referral.Contracts.Desk;

namespace Referral.Network.Play;

/// <summary>What one side sees: its folder as its officer reads it, and its timeline.</summary>
/// <param name="Country">Whose eyes.</param>
/// <param name="Officer">The account that looked.</param>
/// <param name="Case">The folder.</param>
/// <param name="Timeline">What happened, letters, receipts, deadlines.</param>
public sealed record SideView(string Country, Officer Officer, CaseView Case, Timeline Timeline);
