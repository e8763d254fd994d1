using Referral.Gateway.CaseFile.NameForms;
using Referral.Gateway.Texts;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>What people made for the readers of a case, to be shown beside what is written.</summary>
/// <param name="Texts">Free texts and their translations.</param>
/// <param name="Names">Forms of the person's name that she confirmed or her document shows.</param>
internal sealed record Beside(CaseTexts Texts, ConfirmedNames Names)
{
    public static Beside Nothing { get; } = new(CaseTexts.None, ConfirmedNames.None);
}
