using System.Diagnostics;

namespace Referral.Tests.Cli;

/// <summary>What the command said and how it ended.</summary>
public sealed record CommandEnd(int Code, string Output, string Errors);

/// <summary>
/// The command `referral` as a process of its own, with a home of its own for what it keeps.
/// </summary>
public sealed class CommandProcess(string home)
{
    /// <summary>Folder of what it keeps.</summary>
    public string SignIns { get; } = Path.Combine(home, "referral", "sign-ins");

    public async Task<CommandEnd> RunWith(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await End(process);
    }

    public Task<CommandEnd> Run(params string[] arguments) => RunWith("", arguments);

    /// <summary>Started and not waited for; its words are the caller's to read.</summary>
    public Process Start(params string[] arguments) => Process.Start(
        Told(new ProcessStartInfo("dotnet", [Program, .. arguments])))!;

    public static async Task<CommandEnd> End(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output, await errors);
    }

    /// <summary>Where the command keeps its things, for a script that calls it.</summary>
    public ProcessStartInfo Told(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["XDG_CONFIG_HOME"] = home;
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        foreach (var name in new[]
            { "REFERRAL_GATEWAY", "REFERRAL_ISSUER", "REFERRAL_LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY" })
            start.Environment.Remove(name);
        return start;
    }

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "referral.dll");
}
