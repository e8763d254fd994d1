namespace Referral.Tests.Cli;

/// <summary>A folder for one test, removed after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("referral-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
