using Referral.LanguageHost;

await LanguageProgram.Build(args).RunAsync();
