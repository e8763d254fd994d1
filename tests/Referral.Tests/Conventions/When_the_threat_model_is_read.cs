using System.Reflection;
using System.Text.RegularExpressions;
using Referral.Contracts.Refusals;
using Referral.Tests.Contracts;
using Shouldly;
using Xunit;

namespace Referral.Tests.Conventions;

/// <summary>docs/ThreatModel.md: its files exist, and the test of an attack names its code.</summary>
public sealed partial class When_the_threat_model_is_read
{
    private static readonly string[] Lines = RepositoryFile.Text("docs/ThreatModel.md").Split('\n');

    [Fact]
    public void every_file_it_names_exists()
    {
        var files = Lines.SelectMany(line => Files().Matches(line)).Select(found => found.Value).ToList();

        files.Count.ShouldBeGreaterThan(60);
        files.Where(file => !File.Exists(Path.Combine(RepositoryFile.Root, file))).ShouldBeEmpty();
    }

    [Fact]
    public void every_threat_has_a_control_a_place_a_default_and_a_test() =>
        Rows("| Threat |").ShouldAllBe(row => row.Length == 5 && row.All(cell => cell.Length > 0)
            && row[2].StartsWith("services/", StringComparison.Ordinal)
            && row[4].StartsWith("tests/", StringComparison.Ordinal));

    [Fact]
    public void the_test_of_every_attack_names_its_codes()
    {
        var attacks = Rows("| Attack |");

        attacks.Count.ShouldBeGreaterThan(20);
        foreach (var row in attacks)
        {
            var text = RepositoryFile.Text(row[2]);
            foreach (var code in Codes().Matches(row[1]).Select(found => found.Value))
            {
                RefusalBook.Shipped.Find(code).ShouldNotBeNull();
                (text.Contains(code) || text.Contains($"Refusals.{NameOf(code)}")).ShouldBeTrue(
                    $"{row[0]}: {code} in {row[2]}");
            }
        }
    }

    // Where a test names the constant, not the number.
    private static string NameOf(string code) =>
        new[] { typeof(Referral.Verifier.Refusals), typeof(Referral.Verifier.Pack.Refusals) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .FirstOrDefault(field => (string?)field.GetRawConstantValue() == code)?.Name ?? code;

    private static List<string[]> Rows(string head) =>
    [
        .. Lines.SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split(" | ")),
    ];

    [GeneratedRegex(@"(services|tests|docs)/[\w./-]+\.(cs|md)")]
    private static partial Regex Files();

    [GeneratedRegex("REF-[0-9]{4}")]
    private static partial Regex Codes();
}
