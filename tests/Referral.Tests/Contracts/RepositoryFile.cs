using System.Text.Json;

namespace Referral.Tests.Contracts;

/// <summary>Finds the repository's own files above the folder the tests run in.</summary>
internal static class RepositoryFile
{
    internal static readonly string Root = Find();

    internal static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    internal static JsonElement Json(string path) => JsonDocument.Parse(Text(path)).RootElement;

    /// <summary>posts.json of every country, with the country's folder name.</summary>
    internal static IEnumerable<string> Posts() =>
        Directory.GetDirectories(Path.Combine(Root, "services"))
            .Select(d => Path.Combine(d, "data", "posts.json"))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal);

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Referral.sln")))
                return at.FullName;
        throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
