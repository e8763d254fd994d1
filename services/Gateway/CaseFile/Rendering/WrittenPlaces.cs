using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Language;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>Places: as written, then the place in its own country's language as it was given, then made
/// forms.</summary>
internal static class WrittenPlaces
{
    public static Shown Of(Place place, Reading reading) =>
        new(place.AsWritten.Length > 0 ? place.AsWritten : place.OwnLanguage, reading.Writer,
        [
            .. Given(place),
            .. Places.Render(place.AsWritten, Scripts.Of(place.AsWritten), reading.Reader)
                .Select(WrittenNames.View),
        ]);

    private static IEnumerable<RenderingView> Given(Place place)
    {
        if (place.OwnLanguage.Length > 0 && place.OwnLanguage != place.AsWritten)
            yield return new()
            {
                Text = place.OwnLanguage, Kind = "as_written", Script = Scripts.Of(place.OwnLanguage),
                Scheme = "OWN-LANGUAGE-OF-PLACE", Source = "WRITTEN",
            };
    }
}
