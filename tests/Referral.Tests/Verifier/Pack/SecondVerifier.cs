using System.Diagnostics;
using Referral.Tests.Contracts;
using Xunit;

namespace Referral.Tests.Verifier.Pack;

/// <summary>tests/verifier.py: shares no line with ours. Needs python3 and openssl.</summary>
internal static class SecondVerifier
{
    private static readonly bool IsThere =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator) is var folders
        && Array.TrueForAll(["python3", "openssl"], one =>
            Array.Exists(folders, folder => File.Exists(Path.Combine(folder, one))));

    /// <summary>Its exit code, and its lines: each broken piece, then the verdict.</summary>
    public static async Task<(int Exit, IReadOnlyList<string> Lines)> Run(byte[] pack, byte[]? trust)
    {
        Assert.SkipUnless(IsThere, "No python3 or no openssl: the second verifier is not run.");
        var folder = Directory.CreateTempSubdirectory("referral-pack-");
        try
        {
            var file = Path.Combine(folder.FullName, "pack.zip");
            await File.WriteAllBytesAsync(file, pack);
            List<string> arguments = [Path.Combine(RepositoryFile.Root, "tests", "verifier.py"), file];
            if (trust is not null)
            {
                var list = Path.Combine(folder.FullName, "trust.json");
                await File.WriteAllBytesAsync(list, trust);
                arguments.AddRange(["--trust", list]);
            }
            return await Run(arguments);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Exit, IReadOnlyList<string> Lines)> Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("python3", arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
