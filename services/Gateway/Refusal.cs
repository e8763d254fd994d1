namespace Referral.Gateway;

/// <summary>
/// An expected no. It is a value, not an exception: the number says what (sentences and remedies stand in
/// contracts/Refusals), the values fill the sentence. Never holds personal data.
/// </summary>
public sealed record Refusal(string Code, IReadOnlyDictionary<string, string> Values)
{
    public static Refusal Of(string code, params (string Name, string Value)[] values) =>
        new(code, values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal));

    public override string ToString() =>
        Values.Count == 0 ? Code : $"{Code} ({string.Join(", ", Values.Select(v => $"{v.Key}={v.Value}"))})";
}

/// <summary>What a rule answers: an outcome, or the refusal that stands in its place.</summary>
public readonly struct Decision<T>
{
    private readonly T? _outcome;

    private Decision(T? outcome, Refusal? refusal) => (_outcome, Refusal) = (outcome, refusal);

    public Refusal? Refusal { get; }

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Refusal))]
    public bool Refused => Refusal is not null;

    /// <summary>The outcome; asking a refused decision for it is a fault of the caller's.</summary>
    public T Outcome => Refused ? throw new InvalidOperationException($"Refused: {Refusal.Code}") : _outcome!;

    public static implicit operator Decision<T>(T outcome) => new(outcome, null);

    public static implicit operator Decision<T>(Refusal refusal) => new(default, refusal);
}
