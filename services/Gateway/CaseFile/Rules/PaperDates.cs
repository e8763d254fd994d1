using Referral.Contracts.Letters;

namespace Referral.Gateway.CaseFile.Rules;

internal static class PaperDates
{
    public static bool Agree(WrittenDate date) => true;
}
