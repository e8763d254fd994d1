using Referral.LanguageHost;

try
{
    await LanguageProgram.Build(args).RunAsync();
    return 0;
}
catch (InvalidDataException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
