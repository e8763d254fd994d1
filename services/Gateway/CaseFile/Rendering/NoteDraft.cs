using System.Globalization;
using System.Text.Json;
using Referral.Contracts.Agreements;
using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;
using Referral.Language;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>What the draft of a note is about. No person is named, by construction: there is no place for
/// one.</summary>
/// <param name="Instrument">The agreement of the pair that is not operated.</param>
/// <param name="Status">Its legal status as this gateway knows it.</param>
/// <param name="Ministry">Ministry of foreign affairs of the host.</param>
/// <param name="Embassy">Embassy of the origin in the host; null where no such post is known here.</param>
internal sealed record NoteAsked(
    Instrument Instrument, string Status, string Host, string Origin, Post Ministry, Post? Embassy,
    DateOnly On);

/// <summary>
/// The draft of a note verbale for a pair without an operated agreement. A draft only: nothing of it leaves.
/// Source of the text: contracts/Vocabulary/notes.json (mark D).
/// </summary>
internal static class NoteDraft
{
    private static readonly Lazy<IReadOnlyDictionary<string, MarkedText>> Templates = new(Read);

    /// <summary>The agreement a note of this pair speaks of: the bilateral one, else the diplomatic
    /// channel.</summary>
    public static Instrument InstrumentOf(string host, string origin)
    {
        var between = InstrumentBook.Shipped.Between(host, origin).ToList();
        return between.Find(i => i.Kind == "BILATERAL_TIP") ?? between.First(i => i.Kind == "DIPLOMATIC");
    }

    public static NoteDraftView Of(NoteAsked asked, string language) => new()
    {
        Instrument = asked.Instrument.Id,
        InstrumentTitle = asked.Instrument.Title,
        Status = FieldViews.LabelOf("instrument_status", asked.Status, language),
        Mark = asked.Instrument.Mark,
        Source = asked.Instrument.Source,
        MinistryPost = asked.Ministry.Id,
        EmbassyPost = asked.Embassy?.Id ?? "",
        Text = Text(asked, language),
    };

    private static string Text(NoteAsked asked, string language)
    {
        var origin = VocabularyBook.Shipped.Of("country", asked.Origin, language).Text;
        var embassy = asked.Embassy?.Name(language).Text
            ?? $"{VocabularyBook.Shipped.Of("general_term", "EMBASSY", language).Text} ({origin})";
        var template = Templates.Value.GetValueOrDefault(language) ?? Templates.Value["en"];
        (string Name, string Value)[] values =
        [
            ("{ministry}", asked.Ministry.Name(language).Text), ("{embassy}", embassy), ("{origin}", origin),
            ("{host}", VocabularyBook.Shipped.Of("country", asked.Host, language).Text),
            ("{title}", asked.Instrument.Title), ("{instrument}", asked.Instrument.Id),
            ("{status}", VocabularyBook.Shipped.Of("instrument_status", asked.Status, language).Text),
            ("{mark}", asked.Instrument.Mark), ("{source}", asked.Instrument.Source),
            ("{date}",
                WrittenDates.Told(asked.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), language)),
        ];
        return values.Aggregate(
            template.Text, (text, v) => text.Replace(v.Name, v.Value, StringComparison.Ordinal));
    }

    private static IReadOnlyDictionary<string, MarkedText> Read()
    {
        const string name = "Vocabulary/notes.json";
        using var table = typeof(VocabularyBook).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table '{name}' is not built into the contracts.");
        return JsonSerializer.Deserialize<NoteFile>(table, JsonSerializerOptions.Web)!.Templates;
    }

    private sealed record NoteFile(IReadOnlyDictionary<string, MarkedText> Templates);
}
