using System.Text;

namespace Referral.Cli.SignIn;

/// <summary>
/// Signs in, keeps what was given, and gets another token when the one kept is near its end.
/// </summary>
internal sealed class Sessions(GatewayAddress gateway, string? name, TimeProvider time)
{
    // Not sent when it would end on the way.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly SessionFile _file = new(gateway, name);

    /// <summary>
    /// A token that is good now. Refuses: REF-3202 none, REF-3203 ended and not to be renewed.
    /// </summary>
    public async Task<Told<string>> Token(CancellationToken cancellation)
    {
        if (_file.Read() is not { } read) return Refused.Of(Refused.NotSignedIn, ("value", gateway.Name));
        if (read.Given is not { } held) return read.No!;
        if (held.Gateway != gateway.Address.ToString())
            return Refused.Of(Refused.NotSignedIn, ("value", gateway.Name));
        if (held.Until - Margin > time.GetUtcNow()) return held.AccessToken;
        var renewed = await Renew(held, cancellation);
        return renewed.Given is { } given ? Keep(held, given).AccessToken : renewed.No!;
    }

    /// <summary>Keeps what a provider gave.</summary>
    public Session Keep(Session of, GivenToken given)
    {
        var kept = of with
        {
            Gateway = gateway.Address.ToString(),
            AccessToken = given.Token,
            Until = time.GetUtcNow() + given.Life,
            RefreshToken = given.Refresh ?? of.RefreshToken,
        };
        _file.Write(kept);
        return kept;
    }

    /// <summary>Asks with a system's secret. Refuses: REF-3204, REF-3206.</summary>
    public static Task<Told<GivenToken>> BySecret(
        Provider provider, string client, string secret, CancellationToken cancellation) =>
        provider.Ask(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret,
            ["scope"] = "gateway",
        }, cancellation);

    /// <summary>
    /// The secret in a file, without the line's end. Refuses: REF-3208, also where others may read it.
    /// </summary>
    public static Told<string> Secret(string file)
    {
        try
        {
            if (!SessionFile.IsOpen(file)) return File.ReadAllText(file, Encoding.UTF8).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refused.Of(Refused.FileNotUsable, ("value", file));
        }

        return Refused.Of(Refused.FileNotUsable, ("value", file));
    }

    private async Task<Told<GivenToken>> Renew(Session held, CancellationToken cancellation)
    {
        if (held.RefreshToken is null && held.SecretFile is null) return Ended;
        var found = await Provider.Find(held.Issuer, held.Authority, cancellation);
        if (found.Given is null) return found.No!;
        using var provider = found.Given;
        Told<GivenToken> answer;
        if (held.SecretFile is not null)
        {
            var secret = Secret(held.SecretFile);
            if (secret.Given is null) return secret.No!;
            answer = await BySecret(provider, held.Client, secret.Given, cancellation);
        }
        else
        {
            answer = await provider.Ask(new Dictionary<string, string>
            {
                ["grant_type"] = "refresh_token", ["client_id"] = held.Client,
                ["refresh_token"] = held.RefreshToken!,
            }, cancellation);
        }

        return answer.No is { Code: Refused.ProviderRefused } ? Ended : answer;
    }

    private Refused Ended => Refused.Of(Refused.SignInEnded, ("value", gateway.Name));
}
