using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// Number of a referral, shared by both sides: RC-host-origin-yyyy-nnnnnn-check, such as
/// RC-XA-XB-2026-000001-V. The host gives it. The check character is ISO/IEC 7064 MOD 37,36 over all letters
/// and digits before it.
/// </summary>
public readonly partial record struct ReferralNumber
{
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int SequenceMax = 999_999;

    private ReferralNumber(string host, string origin, int year, int sequence) =>
        (Host, Origin, Year, Sequence) = (host, origin, year, sequence);

    /// <summary>Country where the person is. ISO 3166, two letters.</summary>
    public string Host { get; }

    /// <summary>Country of nationality as claimed; never the host.</summary>
    public string Origin { get; }

    /// <summary>Gregorian year in which the number was taken, 2000 to 2999.</summary>
    public int Year { get; }

    /// <summary>1 to 999,999 inclusive, counted by the host for each origin and year.</summary>
    public int Sequence { get; }

    public static ReferralNumber Make(string host, string origin, int year, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, SequenceMax);
        var made = new ReferralNumber(host, origin, year, sequence);
        return TryParse(made.ToString(), out _)
            ? made
            : throw new ArgumentException(
                $"No referral number has host {host}, origin {origin}, year {year}.");
    }

    /// <exception cref="FormatException">Not a referral number, or its check character is wrong.</exception>
    public static ReferralNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("Not a referral number.");

    /// <summary>
    /// Takes the one exact spelling alone: upper case, no spaces, the right check character.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReferralNumber number)
    {
        number = default;
        if (text is null || Form().Match(text) is not { Success: true } match)
            return false;
        var (host, origin) = (match.Groups["host"].Value, match.Groups["origin"].Value);
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var sequence = int.Parse(match.Groups["sequence"].ValueSpan, CultureInfo.InvariantCulture);
        if (host == origin || sequence == 0 || CheckOf(text.AsSpan(..^1)) != text[^1])
            return false;
        number = new ReferralNumber(host, origin, year, sequence);
        return true;
    }

    /// <summary>True where these two are its host and origin, in either order.</summary>
    public bool IsBetween(string one, string other) =>
        (Host == one && Origin == other) || (Host == other && Origin == one);

    public override string ToString()
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"RC-{Host}-{Origin}-{Year:D4}-{Sequence:D6}");
        return $"{body}-{CheckOf(body)}";
    }

    /// <summary>
    /// The check character over the digits and capital letters of the text; anything else, such as a hyphen,
    /// is passed over. Source: ISO/IEC 7064, hybrid system MOD 37,36.
    /// </summary>
    public static char CheckOf(ReadOnlySpan<char> body)
    {
        var product = 36;
        foreach (var character in body)
        {
            if (Characters.IndexOf(character, StringComparison.Ordinal) is >= 0 and var value)
                product = ((product + value) % 36 is 0 ? 36 : (product + value) % 36) * 2 % 37;
        }

        return Characters[(37 - product) % 36];
    }

    [GeneratedRegex(
        "^RC-(?<host>[A-Z]{2})-(?<origin>[A-Z]{2})-(?<year>2[0-9]{3})-(?<sequence>[0-9]{6})-[0-9A-Z]\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
