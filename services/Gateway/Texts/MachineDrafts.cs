using Referral.Language.Translation.Servers;

namespace Referral.Gateway.Texts;

/// <summary>
/// The translation server of this country, where the ministry switched one on. It gets the masked text and
/// nothing else; it is asked outside of any transaction. Refuses: REF-2706, with the reason's code.
/// </summary>
internal sealed class MachineDrafts : IDisposable
{
    private readonly TranslationServer? _server;

    public MachineDrafts(GatewayIdentity identity)
        : this(identity.Settings.Translation)
    {
    }

    public MachineDrafts(TranslationServerSettings settings) =>
        _server = settings.Enabled ? new TranslationServer(settings, AgreedWords.OfCases) : null;

    public async Task<Decision<MachineText>> Of(TextUnit text, CancellationToken stop)
    {
        if (_server is null)
        {
            return Refusal.Of(Refusals.NoMachine, ("reason", NotTranslated.SwitchedOff));
        }

        try
        {
            return await _server.Translate(
                text.Masked(), text.Unit.SourceLanguage, text.Unit.TargetLanguage, stop);
        }
        catch (NotTranslated no)
        {
            return Refusal.Of(Refusals.NoMachine, ("reason", no.Code));
        }
    }

    public void Dispose() => _server?.Dispose();
}
