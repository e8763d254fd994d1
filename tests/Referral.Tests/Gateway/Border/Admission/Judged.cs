using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Shouldly;
using Judge = Referral.Gateway.Border.Admission.Admission;

namespace Referral.Tests.Gateway.Border.Admission;

/// <summary>Judges a changed letter from XB to XA, and says what the verdict should be.</summary>
internal static class Judged
{
    private static readonly ThreeCountries Network = ThreeCountries.Shared;

    internal static Verdict Of(
        Action<Letter>? change = null, Func<Known, Known>? known = null, string signer = "XB")
    {
        var letter = ThreeCountries.Letter();
        change?.Invoke(letter);
        var knows = ThreeCountries.Known();
        return Judge.Of(Network.Opened(signer, letter), known?.Invoke(knows) ?? knows);
    }

    internal static void Refused(
        Verdict verdict, string code, bool takesNumber, bool alert = false,
        RemState state = RemState.RelayRejection)
    {
        var refuse = verdict.ShouldBeOfType<Verdict.Refuse>();
        refuse.Refusal.Code.ShouldBe(code);
        refuse.State.ShouldBe(state);
        refuse.TakesNumber.ShouldBe(takesNumber);
        refuse.Alert.ShouldBe(alert);
    }

    internal static void Unreadable(Verdict verdict, string code) =>
        verdict.ShouldBeOfType<Verdict.Unreadable>().Refusal.Code.ShouldBe(code);
}
