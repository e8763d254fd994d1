using Referral.Language.Text;
using Referral.Language.Thai;
using Referral.Language.Transcription;

namespace Referral.Language.Cards;

/// Makes name cards: every form that the schemes of the name's script can make.
public static class NameCards
{
    /// Other readings than the first are kept as forms of their own, up to so many.
    const int AlternativesMax = 2;

    // A reading this much dearer than the first is no longer an alternative.
    const int CloseCost = 4;

    static readonly Dictionary<string, Transcriber[]> Made = new[]
    {
        ("Thai", new[] { "rtgs", "lo-script", "mrz" }), ("Laoo", ["bgn", "moh2020", "th-script", "mrz"]),
        ("Hans", ["pinyin", "han-viet", "zh-thai", "mrz"]), ("Latn", ["vi-ascii", "vi-thai", "mrz"]),
    }.ToDictionary(pair => pair.Item1, pair => pair.Item2.Select(Person).ToArray());

    /// The card of a name as written, in whatever script it is. Never throws; a text that is no name has a
    /// card with the text, no forms and a reason.
    public static NameCard Of(string asWritten)
    {
        var script = Scripts.Of(asWritten);
        var name = Titles.Strip(asWritten, script, out var title);
        if (!Made.TryGetValue(script, out var transcribers))
            return new NameCard(asWritten, script, title ?? "", name, [],
                name.Length == 0 ? Reasons.Empty : Reasons.OtherScript);
        var forms = new List<NameForm>();
        var reason = Reasons.Made;
        foreach (var transcriber in transcribers)
        {
            var made = transcriber.Of(name);
            if (!made.IsMade) reason = made.Reason;
            else if (made.Text != name || transcriber.Key == "mrz")
                forms.Add(new NameForm(made.Text, Scripts.Of(made.Text), transcriber.Key, made.Scheme,
                    Engine.Version,
                    made.Confidence, FormOrigin.Generated));
        }
        if (script == "Thai" && forms.Count > 0) AddAlternatives(forms, name);
        return new NameCard(asWritten, script, title ?? "", name, forms, forms.Count > 0 ? Reasons.Made
            : reason);
    }

    // A single word that may well be read otherwise: the other readings stand behind, less sure.
    static void AddAlternatives(List<NameForm> forms, string name)
    {
        if (name.Contains(' ')) return;
        var readings = ThaiReader.Readings(name, 8);
        foreach (var other in readings.Where(other => other.Cost - readings[0].Cost <= CloseCost))
        {
            var text = Capital.First(ThaiRomanisation.Of(other.Syllables));
            if (forms.Any(form => form.Text == text)) continue;
            forms.Add(forms[0] with { Text = text, Confidence = 0.3 });
            if (forms.Count(form => form.Key == "rtgs") > AlternativesMax) return;
        }
    }

    static Transcriber Person(string key) => Schemes.Find(key, NameKind.Person, rulesOnly: true)!;
}
