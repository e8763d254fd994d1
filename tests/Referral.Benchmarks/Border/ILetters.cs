namespace Referral.Benchmarks.Border;

/// <summary>Something that brings letters over the border, to be measured: the product, the floor, the
/// naive shape.</summary>
internal interface ILetters
{
    string Name { get; }

    /// <summary>What was counted at both sides, after each commit.</summary>
    Counted Counted { get; }

    /// <summary>Writes so many letters in one transaction of the sender.</summary>
    Task Write(int letters);
}
