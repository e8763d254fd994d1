using Referral.Tests.Contracts;
using Shouldly;

namespace Referral.Tests.Conventions;

/// <summary>
/// A text that somebody has read and approved, kept as a file. When the program comes to say something else,
/// the test fails; REFERRAL_APPROVE=1 writes the new text, to be read in the change. A build server never
/// writes.
/// </summary>
internal static class Approved
{
    public static void Match(string path, string text)
    {
        var file = Path.Combine(RepositoryFile.Root, path);
        if (Environment.GetEnvironmentVariable("REFERRAL_APPROVE") == "1"
            && Environment.GetEnvironmentVariable("CI") is null)
        {
            File.WriteAllText(file, text);
        }

        File.Exists(file).ShouldBeTrue($"{path} is missing.");
        FirstOther(File.ReadAllText(file), text).ShouldBeNull(
            $"{path} says something else. Run with REFERRAL_APPROVE=1 and read the change.");
    }

    // One line is enough to see what it is about; the change itself shows the rest.
    private static string? FirstOther(string approved, string found)
    {
        var (before, now) = (approved.Split('\n'), found.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(before.Length, now.Length))
            .FirstOrDefault(line => before.ElementAtOrDefault(line) != now.ElementAtOrDefault(line), -1);
        return at < 0 ? null
            : $"line {at + 1}: '{before.ElementAtOrDefault(at)}', now '{now.ElementAtOrDefault(at)}'";
    }
}
