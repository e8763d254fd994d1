using System.CommandLine;

namespace Referral.Cli.Trust;

/// <summary>Arguments that several verbs take.</summary>
internal static class TrustArguments
{
    public static Argument<string> List() => new("LIST") { Description = "File of the signed trust list" };

    public static Option<string[]> Keys() => new("--key")
    {
        Description = "Private key file of an administrator; twice where both sit here, once else",
        Required = true,
        Arity = new ArgumentArity(1, 2),
    };

    public static Option<string> Member() => new("--member")
    {
        Description = "What the member published (referral trust publish)", Required = true,
    };

    public static Option<T> Option<T>(string name, string description, bool required = false) =>
        new(name) { Description = description, Required = required };
}
