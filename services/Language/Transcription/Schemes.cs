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
            : Sure(NameParts.Each(text, ThaiRomanisation.Of, capital: kind != NameKind.Word))),
        new("bgn", LaoRomanisation.Scheme, ["Laoo"], (text, kind) =>
            Sure(NameParts.Each(text, LaoRomanisation.Of, capital: kind != NameKind.Word))),
        new("pinyin", HanNames.Scheme, ["Hans"], (text, kind) => kind == NameKind.Place
            ? Sure(HanPlaces.Of(text)) : Sure(HanNames.Of(text, null, null))),
        new("vi-ascii", VietnameseMarks.Scheme, ["Latn"], (text, _) => Sure(VietnameseMarks.Strip(text))),
        new("lo-script", ThaiInLao.Scheme, ["Thai"], (text, _) =>
            Sure(NameParts.Each(text, ThaiInLao.Of, capital: false))),
        new("th-script", LaoInThai.Scheme, ["Laoo"], (text, _) =>
            Sure(NameParts.Each(text, LaoInThai.Of, capital: false))),
        new("han-viet", HanVietnamese.Scheme, ["Hans"], (text, _) => Sure(HanVietnamese.Of(text))),
    ];

    /// The short names: rtgs, bgn and so on.
    public static IReadOnlyList<string> Keys { get; } = [.. All.Select(scheme => scheme.Key)];

    /// Null when there is no such scheme. RulesOnly: no place is looked up in a table.
    public static Transcriber? Find(string key, NameKind kind, bool rulesOnly = false) =>
        All.FirstOrDefault(scheme => scheme.Key == key) is { } found
            ? new Transcriber(found, kind, rulesOnly) : null;

    static Made? Sure(string? text) => text is null ? null : new Made(text, 0.9);
}
