using System.Text;
using Referral.Contracts.Vocabulary;
using Referral.Tests.Contracts;

namespace Referral.Tests.Gateway.Journal.Pack;

/// <summary>The code lists of the repository with one label changed, as a later version has them.</summary>
internal static class ChangedLists
{
    public static VocabularyBook With(string label, string other) => VocabularyBook.Read(
        Directory.GetFiles(Path.Combine(RepositoryFile.Root, "contracts/Vocabulary"), "lists-*.json")
            .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
            .Select(file => new MemoryStream(
                Encoding.UTF8.GetBytes(File.ReadAllText(file).Replace(label, other)))));
}
