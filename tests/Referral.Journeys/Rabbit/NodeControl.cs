using System.Diagnostics;
using Referral.Network.Rabbit;

namespace Referral.Journeys.Rabbit;

/// rabbitmqctl for a private node, in the very environment that its broker runs in.
internal static class NodeControl
{
    private static readonly string Script =
        Path.Combine(Path.GetDirectoryName(RabbitNode.Find().Script) ?? "", "rabbitmqctl");

    public static async Task Ask(RabbitNode node, params string[] arguments)
    {
        var start = new ProcessStartInfo(Script, arguments) { RedirectStandardOutput = true };
        start.Environment.Clear();
        foreach (var one in (await File.ReadAllTextAsync($"/proc/{node.BrokerId}/environ")).Split('\0'))
            if (one.Split('=', 2) is [var name, var value])
                start.Environment[name] = value;
        using var asked = Process.Start(start) ?? throw new InvalidOperationException("It did not start.");
        var said = await asked.StandardOutput.ReadToEndAsync();
        await asked.WaitForExitAsync();
        if (asked.ExitCode != 0) throw new InvalidOperationException($"rabbitmqctl {arguments[0]}: {said}");
    }
}
