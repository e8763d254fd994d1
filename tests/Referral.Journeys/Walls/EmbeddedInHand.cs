using System.Diagnostics;
using System.Globalization;
using Referral.Contracts;
using Referral.Network;
using Referral.Walls.Program;

namespace Referral.Journeys.Walls;

/// <summary>
/// The embedded network in a process of its own (tests/Referral.Walls.Program), so that it can be killed. Its
/// letterboxes lose what they hold with it: Thailand would send again, and the test does so in its place.
/// </summary>
internal sealed class EmbeddedInHand : INetworkInHand
{
    // Longer than the story: nothing goes by itself that the test did not ask for.
    private const int ResendSeconds = 180;

    private readonly string _folder;
    private readonly Lock _turn = new();
    private Process? _process;
    private Task _reading = Task.CompletedTask;

    private EmbeddedInHand(string folder) => (_folder, Held) = (folder, new(folder));

    public RunningNetwork Running { get; private set; } = null!;

    public HeldPouches Held { get; }

    public static async Task<EmbeddedInHand> Start(string folder)
    {
        var network = new EmbeddedInHand(folder);
        await network.Start();
        return network;
    }

    public Task Put(SealedPouch pouch, string into, string user) =>
        Ask(new(Put: pouch, Into: into, User: user));

    public async Task PutAndKill(SealedPouch pouch, string user, Func<Task> committed)
    {
        await Put(pouch, WallCase.Origin, user);
        await committed();
        _process!.Kill();
        await Gone();
        await Start();
        await Put(pouch, WallCase.Origin, user);
    }

    public void Confirm(bool confirm) => _ = Ask(new(User: WallCase.Host, Confirms: confirm));

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        await Gone();
    }

    private async Task Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Referral.Walls.Program.dll"), _folder,
                ResendSeconds.ToString(CultureInfo.InvariantCulture),
                $"{WallCase.Host}-{WallCase.Origin}", $"{WallCase.Origin}-{WallCase.Host}",
            },
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        _process = Process.Start(start)
            ?? throw new InvalidOperationException("The walls' program did not start.");
        var ready = new TaskCompletionSource<RunningNetwork>(
            TaskCreationOptions.RunContinuationsAsynchronously);
        _reading = Read(_process.StandardOutput, ready);
        Running = await ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task Read(StreamReader words, TaskCompletionSource<RunningNetwork> ready)
    {
        while (await words.ReadLineAsync() is { } line)
        {
            var said = Line.Read<Said>(line);
            if (said.Pouch is { } pouch) Held.Add(pouch);
            if (said.Doors is { } doors) ready.TrySetResult(RunningOn(doors));
        }
        ready.TrySetException(new InvalidOperationException("The walls' program ended before it was ready."));
    }

    private RunningNetwork RunningOn(IReadOnlyDictionary<string, string> doors) =>
        new(_folder, [.. Members.All.Select(country =>
        {
            var door = new Uri(doors[country.Code]);
            return new RunningGateway(country, door, door, Members.DataFolder(_folder, country.Code));
        })]);

    private Task Ask(Asked what)
    {
        lock (_turn) _process!.StandardInput.WriteLine(Line.Write(what));
        return Task.CompletedTask;
    }

    private async Task Gone()
    {
        await _process!.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        _process = null;
    }
}
