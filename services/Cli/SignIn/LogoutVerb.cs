namespace Referral.Cli.SignIn;

/// <summary>`referral logout`: forgets what `login` kept for one gateway.</summary>
internal static class LogoutVerb
{
    public static Verb Build(Screen screen)
    {
        var shared = new SignInOptions();
        var verb = new Verb("logout", "Forgets the sign-in to a gateway, and where its watch left off.",
            "referral logout --address 127.0.0.1:5101",
            "referral logout --as police");
        shared.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var named = GatewayAddress.Of(parsed.GetValue(shared.Address));
            if (named.Given is not { } gateway)
            {
                screen.Wrong(named.No!.Sentence(shared.LanguageOf(parsed)));
                return named.No!.Exit;
            }

            screen.Line(new SessionFile(gateway, parsed.GetValue(shared.As)).Forget()
                ? $"Signed out of {gateway.Name}." : $"You were not signed in to {gateway.Name}.");
            return Exit.Holds;
        });
        return verb;
    }
}
