using System.ComponentModel;
using System.Diagnostics;

namespace Referral.Journeys.Compose;

/// <summary>Runs a program to its end.</summary>
internal static class Commands
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    /// <summary>What it wrote; throws with its last words when it ends with another code than 0.</summary>
    public static async Task<string> Run(
        IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var (exit, words) = await Try(environment, program, arguments);
        return exit == 0 ? words : throw new InvalidOperationException(
            $"{program} {string.Join(' ', arguments)} ended with {exit}: "
            + string.Join('\n', words.Split('\n').TakeLast(25)));
    }

    public static async Task<(int Exit, string Words)> Try(
        IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var words = Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, string.Concat(await words));
    }

    /// <summary>Whether a program is installed and answers so.</summary>
    public static async Task<bool> Answers(string program, params string[] arguments)
    {
        try
        {
            return (await Try(new Dictionary<string, string>(), program, arguments)).Exit == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
