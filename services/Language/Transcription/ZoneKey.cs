using Referral.Language.Han;
using Referral.Language.Lao;
using Referral.Language.Text;
using Referral.Language.Thai;

namespace Referral.Language.Transcription;

/// The key a name has in a machine readable zone: its Latin spelling, or where there is none its
/// romanisation.
internal static class ZoneKey
{
    const double OfRomanisation = 0.6;

    /// Chinese, Vietnamese and other Latin names begin with the surname, Thai and Lao names end with it.
    public static Made? Of(string text, NameKind kind)
    {
        var script = Scripts.Of(text);
        // Passports write Ü as YU in Chinese names.
        var latin = script switch
        {
            "Thai" => NameParts.Each(text, ThaiRomanisation.Of, capital: true),
            "Laoo" => NameParts.Each(text, LaoRomanisation.Of, capital: true),
            "Hans" => HanNames.Of(text)?.Replace("ü", "yu", StringComparison.Ordinal)
                .Replace("Ü", "Yu", StringComparison.Ordinal),
            _ => text,
        };
        if (latin is null) return null;
        var (surname, given) = kind == NameKind.Person ? Parts(latin, script) : (latin, "");
        return MachineReadableName.Letters(surname) is { } primary
            && MachineReadableName.Letters(given) is { } secondary
            ? new Made(secondary.Length == 0 ? primary : $"{primary}<<{secondary}",
                script == "Latn" ? 0.9 : OfRomanisation)
            : null;
    }

    static (string Surname, string Given) Parts(string latin, string script)
    {
        var words = latin.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return (latin, "");
        return script is "Thai" or "Laoo"
            ? (words[^1], string.Join(' ', words[..^1])) : (words[0], string.Join(' ', words[1..]));
    }
}
