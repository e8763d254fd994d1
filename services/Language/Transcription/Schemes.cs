using Referral.Language.Han;
using Referral.Language.Lao;
using Referral.Language.Text;
using Referral.Language.Thai;
using Referral.Language.Vietnamese;

namespace Referral.Language.Transcription;

/// Every scheme, by the short name it has on the command line.
public static class Schemes
{
    static readonly Scheme[] All =
    [
        new("rtgs", ThaiRomanisation.Scheme, ["Thai"], (text, kind) => kind == NameKind.Place
            ? Sure(NameParts.Each(text, ThaiPlaces.Of, capital: true))
                : Words(text, kind, ThaiRomanisation.Of))
            { Lookup = Listed("Latn") },
        new("bgn", LaoRomanisation.Scheme, ["Laoo"], (text, kind) => Words(text, kind, LaoRomanisation.Of))
            { Lookup = Listed("Latn") },
        new("moh2020", LaoRomanisation.Scheme2020, ["Laoo"], (text, kind) =>
            Words(text, kind, LaoRomanisation.Of2020)),
        new("pinyin", HanNames.Scheme, ["Hans"], (text, kind) => Sure(kind switch
        {
            NameKind.Place => HanPlaces.Of(text),
            NameKind.Surname => HanSurnames.Read(text),
            NameKind.Person => HanNames.Of(text),
            _ => HanNames.Word(text),
        })) { Lookup = Listed("Latn") },
        new("vi-ascii", VietnameseMarks.Scheme, ["Latn"], (text, _) => Certain(VietnameseMarks.Strip(text))),
        new("lo-script", ThaiInLao.Scheme, ["Thai"], (text, _) =>
            Sure(NameParts.Each(text, ThaiInLao.Of, capital: false))) { Lookup = Listed("Laoo") },
        new("th-script", LaoInThai.Scheme, ["Laoo"], (text, _) =>
            Sure(NameParts.Each(text, LaoInThai.Of, capital: false))) { Lookup = Listed("Thai") },
        new("han-viet", HanVietnamese.Scheme, ["Hans"], (text, kind) =>
            Sure(kind == NameKind.Place ? HanVietnamese.OfPlace(text) : HanVietnamese.Of(text)))
            { Lookup = Listed("Vietnamese") },
        new("zh-thai", HanInThai.Scheme, ["Hans", "Latn"], (text, kind) =>
            Sure(HanInThai.Of(text, kind is NameKind.Person or NameKind.Surname)))
            { Lookup = Listed("Thai") },
        new("vi-thai", VietnameseInThai.Scheme, ["Latn"], (text, _) => Sure(VietnameseInThai.Of(text)))
            { Lookup = Listed("Thai") },
        new("mrz", MachineReadableName.Scheme, ["Latn", "Thai", "Laoo", "Hans"], ZoneKey.Of),
    ];

    /// The short names: rtgs, bgn and so on.
    public static IReadOnlyList<string> Keys { get; } = [.. All.Select(scheme => scheme.Key)];

    /// Null when there is no such scheme. RulesOnly: no place is looked up in a table.
    public static Transcriber? Find(string key, NameKind kind, bool rulesOnly = false) =>
        All.FirstOrDefault(scheme => scheme.Key == key) is { } found
            ? new Transcriber(found, kind, rulesOnly) : null;

    static Made? Words(string text, NameKind kind, Func<string, string?> rule) =>
        Sure(NameParts.Each(text, rule, capital: kind != NameKind.Word));

    static Func<string, string?> Listed(string script) => text =>
        Gazetteer.AdministrativeUnits.Name(text, script)
            ?? (script == "Latn" ? Gazetteer.LowerUnits.LatinOf(text) : null);

    // What follows from letters alone is certain; what a reader decides is sure until a person says
    // otherwise.
    static Made? Certain(string? text) => text is null ? null : new Made(text, 1);

    static Made? Sure(string? text) => text is null ? null : new Made(text, 0.9);
}
