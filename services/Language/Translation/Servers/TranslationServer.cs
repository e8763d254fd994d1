namespace Referral.Language.Translation.Servers;

/// A machine's translation, unreviewed. Engine: what made it, for the record. Missing: agreed words that are
/// not in it and should be; a person looks at those.
public sealed record MachineText(string Text, string Engine, IReadOnlyList<Concept> Missing)
{
    /// The same with signs in the places of names and numbers, as the machine saw it.
    public string Masked { get; init; } = "";
}

/// A translation server of LibreTranslate's kind in this country.
public sealed class TranslationServer : IDisposable
{
    /// Codes that newer and older servers use for the same language, the newer first.
    static readonly Dictionary<string, string[]> Codes = new()
    {
        ["zh"] = ["zh-Hans", "zh"], ["lo"] = ["lo"], ["th"] = ["th"], ["vi"] = ["vi"], ["en"] = ["en"],
    };

    readonly TranslationServerSettings _settings;
    readonly Glossary _glossary;
    readonly LibreTranslateCalls _calls;
    IReadOnlyList<string>? _languages;

    /// Refuses settings with a mistake: ArgumentException with all of them.
    /// handler: of a test; null connects by InCountry alone.
    public TranslationServer(TranslationServerSettings settings, Glossary glossary,
        HttpMessageHandler? handler = null, TimeProvider? clock = null)
    {
        if (settings.Mistakes() is { Count: > 0 } mistakes)
            throw new ArgumentException(string.Join(' ', mistakes), nameof(settings));
        (_settings, _glossary) = (settings, glossary);
        _calls = new LibreTranslateCalls(settings, handler, clock ?? TimeProvider.System);
    }

    /// The text by machine, its names and numbers never sent. names: of the persons in it.
    /// Refuses: NotTranslated, with its code.
    public Task<MachineText> Translate(
        string text, string from, string to, IEnumerable<string> names, CancellationToken stop = default) =>
        Translate(Masking.Of(text, names), from, to, stop);

    /// The same of a text that was masked already.
    public async Task<MachineText> Translate(
        Masking masked, string from, string to, CancellationToken stop = default)
    {
        if (!_settings.Enabled) throw new NotTranslated(NotTranslated.SwitchedOff);
        if (masked.Text.Length > _settings.LettersMax) throw new NotTranslated(NotTranslated.TooLong);
        _languages ??= await _calls.Languages(stop);
        var (there, here) = (CodeOf(from), CodeOf(to));
        var said = await _calls.Translate(masked.Text, there, here, stop);
        // Nothing, or more than a text may be: no translation of it.
        if (said.Trim().Length == 0 || said.Length > TranslationUnit.LettersMax)
            throw NotTranslated.Unreadable();
        var enforced = _glossary.Enforce(masked.Text, said, from, to);
        var whole = masked.PutBack(enforced.Text) ?? throw new NotTranslated(NotTranslated.NamesLost);
        return new MachineText(whole, $"libretranslate {_settings.Address.Host} {there}-{here}",
            enforced.Missing) { Masked = enforced.Text };
    }

    public void Dispose() => _calls.Dispose();

    string CodeOf(string language) => Codes.GetValueOrDefault(language, [])
        .FirstOrDefault(code => _languages!.Contains(code, StringComparer.OrdinalIgnoreCase))
        ?? throw new NotTranslated(NotTranslated.LanguageMissing);
}
