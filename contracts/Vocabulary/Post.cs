namespace Referral.Contracts.Vocabulary;

/// <summary>placeholder until the data branch lands</summary>
public sealed record Post(string Id, string Kind, string? AccreditedTo, IReadOnlyDictionary<string, Label> Names);

public sealed record Label(string Text, string Language, string Mark);
