using Icu;

namespace Referral.Benchmarks.Language;

/// <summary>ICU's transliteration, where the system has the library.</summary>
internal sealed class IcuTransliteration : IDisposable
{
    private readonly Transliterator _rules;

    private IcuTransliteration(Transliterator rules) => _rules = rules;

    /// <summary>Null where ICU cannot be loaded; reason says why.</summary>
    public static IcuTransliteration? Find(string id, out string reason)
    {
        try
        {
            Wrapper.Init();
            reason = "";
            return new(Transliterator.CreateInstance(id));
        }
        catch (Exception fault) when (fault is FileLoadException or DllNotFoundException
            or BadImageFormatException or EntryPointNotFoundException or InvalidOperationException)
        {
            reason = $"ICU was not measured, it cannot be loaded here ({fault.GetType().Name}).";
            return null;
        }
    }

    public string Of(string text) => _rules.Transliterate(text);

    public void Dispose() => _rules.Dispose();
}
