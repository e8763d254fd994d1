using Referral.Tests.Contracts;

namespace Referral.Tests.Conventions;

/// <summary>The repository's own files, without what a build or a tool has made.</summary>
internal static class Sources
{
    private static readonly string[] NotOurs =
        [".git", ".vs", ".idea", ".venv", "bin", "obj", "node_modules", "TestResults", "__mismatch__"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Files = new(() =>
        [.. Walk(new DirectoryInfo(RepositoryFile.Root)).OrderBy(file => file.Path, StringComparer.Ordinal)]);

    public static IReadOnlyList<SourceFile> All => Files.Value;

    /// <summary>C# written by hand: what a tool has written says so in its place (migrations).</summary>
    public static IEnumerable<SourceFile> CSharp => All.Where(file =>
        file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Path.Contains("/Migrations/"));

    public static IEnumerable<SourceFile> Projects =>
        All.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Under(
        this IEnumerable<SourceFile> files, params string[] folders) =>
        files.Where(
            file => folders.Any(folder => file.Path.StartsWith($"{folder}/", StringComparison.Ordinal)));

    private static IEnumerable<SourceFile> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => file.Name != ".git").Select(file => new SourceFile(
                Path.GetRelativePath(RepositoryFile.Root, file.FullName).Replace('\\', '/')))
            .Concat(folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name)).SelectMany(
                Walk));
}

/// <summary>One file, by its path from the root with forward slashes.</summary>
internal sealed record SourceFile(string Path)
{
    public string Text => RepositoryFile.Text(Path);

    public string[] Lines => File.ReadAllLines(System.IO.Path.Combine(RepositoryFile.Root, Path));

    public string Folder => Path[..Path.LastIndexOf('/')];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Lines with their place, for a message that can be clicked on.</summary>
    public IEnumerable<(string Place, string Line)> Numbered =>
        Lines.Select((line, at) => ($"{Path}:{at + 1}", line));
}
