using System.Text.Json;

namespace Referral.Gateway;

/// <summary>
/// The program of one country: `dotnet COUNTRY.dll --settings FILE`. Ends with its parent or on a signal.
/// </summary>
internal static class GatewayProgram
{
    public const int BadUsage = 2;
    public const int NotReady = 1;

    private const string Usage =
        """
        Runs the gateway of one country.

          --settings FILE   settings as JSON (names of GatewaySettings); owner-only where it holds secrets
          --with-parent     stop when standard input closes: a child ends with the program that started it
          --ready           start nothing: ask the gateway that runs here with these settings; 0 when ready

        Example: dotnet GATEWAY.dll --settings /srv/referral/settings.json
        """;

    public static async Task<int> Run(Country country, string[] arguments)
    {
        var at = Array.IndexOf(arguments, "--settings");
        if (arguments.Contains("--help") || at < 0 || at + 1 >= arguments.Length)
        {
            await Console.Out.WriteLineAsync(Usage);
            return arguments.Contains("--help") ? 0 : BadUsage;
        }

        GatewaySettings settings;
        try
        {
            settings = SettingsFile.Read(arguments[at + 1]);
        }
        catch (Exception mistake) when (mistake is IOException or JsonException or InvalidDataException
            or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Settings {arguments[at + 1]}: {mistake.Message}");
            return BadUsage;
        }

        if (arguments.Contains("--ready"))
        {
            return await OwnReadiness.Ask(settings, Console.Out) ? 0 : NotReady;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM,
            signal => { signal.Cancel = true; stop.Cancel(); });
        Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; stop.Cancel(); };
        if (arguments.Contains("--with-parent"))
        {
            _ = Task.Run(() => { while (Console.In.ReadLine() is not null) { } stop.Cancel(); });
        }

        await using var host = await GatewayHost.Start(country, settings);
        await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return 0;
    }
}
