using System.CommandLine;
using System.Globalization;

namespace Referral.Cli.SignIn;

/// <summary>`referral login`: a person by browser, a system by its secret; what is given is kept.</summary>
internal static class LoginVerb
{
    private const string IssuerVariable = "REFERRAL_ISSUER";
    private const string FromLine = "-";

    public static Verb Build(Screen screen)
    {
        var shared = new SignInOptions();
        var issuer = new Option<string?>("--issuer")
        {
            Description = $"Address of the sign-in provider; default: {IssuerVariable}, and for a gateway on "
                + $"this machine the practice sign-in at port {Provider.PracticePort}",
        };
        var client = new Option<string?>("--client-id")
        {
            Description = "A system: its id at the provider. A person: the id of this program there, "
                + $"default {Provider.ProgramClient}",
        };
        var secret = new Option<string?>("--secret-file")
        {
            Description = "A system: file with its secret, for its owner alone; - reads one line of input",
        };
        var verb = new Verb("login", "Signs in to a gateway, as a person with a browser or as a system.",
            "referral login --address 127.0.0.1:5101",
            "referral login --address gateway.ministry.example:443 --issuer https://sign-in.ministry.example",
            "referral login --client-id police-system --secret-file ./police.secret",
            "pass show police | referral login --client-id police-system --secret-file -")
        {
            issuer, client, secret,
        };
        shared.AddTo(verb);
        verb.Validators.Add(given =>
        {
            if (given.GetValue(secret) is not null && given.GetValue(client) is null)
                given.AddError("--secret-file goes with --client-id.");
        });
        verb.SetAction((parsed, cancellation) =>
        {
            var asked = new Wanted(parsed.GetValue(shared.Address), parsed.GetValue(shared.As),
                shared.LanguageOf(parsed), parsed.GetValue(shared.Authority))
            {
                Issuer = parsed.GetValue(issuer) ?? Environment.GetEnvironmentVariable(IssuerVariable),
                Client = parsed.GetValue(client) ?? Provider.ProgramClient,
                Secret = parsed.GetValue(secret),
            };
            return Run(screen, asked, cancellation);
        });
        return verb;
    }

    private static async Task<int> Run(Screen screen, Wanted wanted, CancellationToken cancellation)
    {
        var done = await SignIn(screen, wanted, cancellation);
        if (done.No is { } no)
        {
            screen.Wrong(no.Sentence(wanted.Language));
            return no.Exit;
        }

        screen.Line($"Signed in to {done.Given!.Gateway.TrimEnd('/')} until "
            + done.Given.Until.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            + (done.Given.RefreshToken is null && done.Given.SecretFile is null
                ? "." : "; renewed by itself as long as the provider allows."));
        return Exit.Holds;
    }

    private static async Task<Told<Session>> SignIn(
        Screen screen, Wanted wanted, CancellationToken cancellation)
    {
        var named = GatewayAddress.Of(wanted.Address);
        if (named.Given is not { } gateway) return named.No!;
        var issuer = wanted.Issuer
            ?? (GatewayAddress.IsHere(gateway.Address) ? $"http://127.0.0.1:{Provider.PracticePort}/" : "");
        var found = await Provider.Find(issuer, wanted.Authority, cancellation);
        if (found.Given is null) return found.No!;
        using var provider = found.Given;
        var given = wanted.Secret is null
            ? await SignInByBrowser.Do(
                provider, wanted.Client, address => Show(screen, address), cancellation)
            : await BySecret(provider, wanted, cancellation);
        if (given.Given is null) return given.No!;
        return new Sessions(gateway, wanted.As, TimeProvider.System).Keep(new Session
        {
            Gateway = "", Issuer = provider.Issuer, Client = wanted.Client, AccessToken = "",
            Until = DateTimeOffset.MinValue,
            SecretFile = wanted.Secret is null or FromLine ? null : Path.GetFullPath(wanted.Secret),
            Authority = wanted.Authority is null ? null : Path.GetFullPath(wanted.Authority),
        }, given.Given);
    }

    private static async Task<Told<GivenToken>> BySecret(
        Provider provider, Wanted wanted, CancellationToken cancellation)
    {
        var secret = wanted.Secret == FromLine
            ? (await Console.In.ReadLineAsync(cancellation) ?? "").Trim() : Sessions.Secret(wanted.Secret!);
        return secret.Given is { } known
            ? await Sessions.BySecret(provider, wanted.Client, known, cancellation) : secret.No!;
    }

    private static void Show(Screen screen, Uri address)
    {
        screen.Line("Sign in with a browser of this machine at this address (it waits five minutes):");
        // Not through the console's own writing: an address is never broken into lines.
        screen.Output.WriteLine(address.AbsoluteUri);
        screen.Output.Flush();
        SignInByBrowser.Open(address);
    }

    private sealed record Wanted(string? Address, string? As, string Language, string? Authority)
    {
        public string? Issuer { get; init; }

        public required string Client { get; init; }

        public string? Secret { get; init; }
    }
}
