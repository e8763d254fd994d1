using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Referral.Tests.Conventions;

/// <summary>
/// Who may know whom: countries know the gateway, the gateway knows contracts, Verifier and Language.
/// </summary>
public sealed partial class When_projects_refer_to_each_other
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Referral.Contracts"] = [],
        ["Referral.Verifier"] = [],
        ["Referral.Language"] = [],
        ["Referral.LanguageHost"] = ["Referral.Contracts", "Referral.Language"],
        ["Referral.Gateway"] = ["Referral.Contracts", "Referral.Verifier", "Referral.Language"],
        ["Laos"] = ["Referral.Gateway"],
        ["Thailand"] = ["Referral.Gateway"],
        ["China"] = ["Referral.Gateway"],
        ["Vietnam"] = ["Referral.Gateway"],
        ["Referral.SignIn"] = [],
        ["Referral.Network"] = ["Laos", "Thailand", "China", "Vietnam", "Referral.SignIn"],
        ["Referral.Cli"] = ["Referral.Contracts", "Referral.Network", "Referral.Verifier",
            "Referral.Language"],
    };

    [Fact]
    public void each_knows_only_those_it_may()
    {
        foreach (var project in Sources.Projects.Under("contracts", "services"))
        {
            Allowed.ShouldContainKey(NameOf(project.Path));
            ReferencesOf(project).Except(Allowed[NameOf(project.Path)]).ShouldBeEmpty(project.Path);
        }
    }

    [Fact]
    public void every_project_of_the_map_is_there() =>
        Sources.Projects.Under("contracts", "services").Select(project => NameOf(project.Path))
            .ShouldBe(Allowed.Keys, ignoreOrder: true);

    [Fact]
    public void nothing_knows_the_tests() =>
        Sources.Projects.Under("contracts", "services").SelectMany(ReferencesOf)
            .Where(name => name.Contains("Tests") || name.Contains("Journeys")).ShouldBeEmpty();

    [Fact]
    public void the_solution_names_every_project()
    {
        var solution = Sources.All.Single(file => file.Path == "Referral.sln").Text.Replace('\\', '/');
        Sources.Projects.Where(project => !solution.Contains($"\"{project.Path}\"")).ShouldBeEmpty();
    }

    private static IEnumerable<string> ReferencesOf(SourceFile project) =>
        Reference().Matches(project.Text).Select(match => NameOf(match.Groups[1].Value));

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    [GeneratedRegex("<ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
