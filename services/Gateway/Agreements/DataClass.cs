namespace Referral.Gateway.Agreements;

/// <summary>Sensitivity classes P0 to P4 and E, in order. Source: the project's case file, 4.1 (mark
/// P).</summary>
internal static class DataClass
{
    private static readonly string[] Ordered = ["P0", "P1", "P2", "P3", "P4", "E"];

    /// <summary>The envelope of every letter: reference, desks, dates.</summary>
    public const string Least = "P1";

    public static bool Exceeds(string one, string limit) => Rank(one) > Rank(limit);

    public static string Highest(IEnumerable<string> classes) => classes.Append(Least).MaxBy(Rank)!;

    // A class nobody knows is treated as the highest: it then crosses nowhere.
    private static int Rank(string one) =>
        Array.IndexOf(Ordered, one) is var at and >= 0 ? at : Ordered.Length;
}
