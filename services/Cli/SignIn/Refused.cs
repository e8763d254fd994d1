using Referral.Contracts.Refusals;

namespace Referral.Cli.SignIn;

/// <summary>What the command itself refuses, before or instead of a gateway: number and values.</summary>
internal sealed record Refused(string Code, IReadOnlyDictionary<string, string> Values)
{
    public const string NoGatewayNamed = "REF-3201";
    public const string NotSignedIn = "REF-3202";
    public const string SignInEnded = "REF-3203";
    public const string ProviderRefused = "REF-3204";
    public const string LineNotSafe = "REF-3205";
    public const string NoAnswer = "REF-3206";
    public const string FieldUnknown = "REF-3207";
    public const string FileNotUsable = "REF-3208";

    public static Refused Of(string code, params (string Name, string Value)[] values) =>
        new(code, values.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal));

    /// <summary>As the exit code says it.</summary>
    public int Exit => Code switch
    {
        NotSignedIn or SignInEnded or ProviderRefused => Cli.Exit.NotSignedIn,
        NoAnswer => Cli.Exit.NoAnswer,
        _ => Cli.Exit.BadInput,
    };

    /// <summary>Number, sentence, remedy, in the language asked for.</summary>
    public string Sentence(string language)
    {
        var told = RefusalBook.Shipped.Tell(Code, language, Values);
        return $"{Code} {told.Text} {told.Remedy}";
    }
}

/// <summary>What was asked for, or why it is not to be had.</summary>
internal readonly struct Told<T>
    where T : class
{
    private Told(T? given, Refused? no) => (Given, No) = (given, no);

    public T? Given { get; }

    public Refused? No { get; }

    public static implicit operator Told<T>(T given) => new(given, null);

    public static implicit operator Told<T>(Refused no) => new(null, no);
}
