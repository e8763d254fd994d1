using Referral.Language.Cards;
using Referral.Language.Transcription;

namespace Referral.Benchmarks.Language;

/// <summary>`./bench language`: names a second on one core, beside ICU in the same run.</summary>
internal static class LanguageRun
{
    public static int Of(string[] arguments)
    {
        Figures.Row("what", "µs each", "a second", "ICU / engine");
        Beside("Thai places, RTGS (ICU: Thai-Latin)", "rtgs", NameKind.Place, "Thai-Latin",
            ComposedNames.ThaiPlaces);
        Beside("Chinese persons, pinyin (ICU: Han-Latin/Names)", "pinyin", NameKind.Person, "Han-Latin/Names",
            ComposedNames.HanPersons);
        foreach (var (what, names) in ComposedNames.Persons) Card(what, names);
        return Figures.Done;
    }

    private static void Card(string what, IReadOnlyList<string> names)
    {
        var own = Figures.MicrosecondsEach(names, name => NameCards.Of(name));
        Figures.Row($"Name cards, {what}", Figures.Number(own), Figures.Whole(1e6 / own), "-");
    }

    private static void Beside(
        string what, string scheme, NameKind kind, string icuId, IReadOnlyList<string> names)
    {
        var rules = Schemes.Find(scheme, kind, rulesOnly: true)!;
        var own = Figures.MicrosecondsEach(names, name => rules.Of(name));
        using var icu = IcuTransliteration.Find(icuId, out var reason);
        if (icu is null)
        {
            Figures.Row(what, Figures.Number(own), Figures.Whole(1e6 / own), "-");
            Console.WriteLine(reason);
            return;
        }
        var other = Figures.MicrosecondsEach(names, name => icu.Of(name));
        Figures.Row(what, Figures.Number(own), Figures.Whole(1e6 / own), Figures.Number(other / own));
    }
}
