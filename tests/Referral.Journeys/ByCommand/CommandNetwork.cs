using System.Diagnostics;
using Referral.Network;
using Referral.Network.Processes;
using Referral.Network.Rabbit;
using Referral.SignIn;
using Referral.Tests.Cli;
using Xunit;

namespace Referral.Journeys.ByCommand;

/// <summary>
/// Four gateways as processes over a private RabbitMQ, the practice sign-in beside them, and officers who
/// have
/// nothing but the command.
/// </summary>
public sealed class CommandNetwork : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-desks-").FullName;
    private ProcessNetwork? _network;

    /// <summary>Why it does not run; null where it does.</summary>
    public string? WhyNot { get; private set; }

    public CommandProcess Command => new(Path.Combine(_folder, "home"));

    public string SecretFile => Path.Combine(_folder, "demo.secret");

    public string Issuer => _network!.Running.SignIn!.ToString();

    public string AddressOf(string country) => _network!.Running.Of(country).Door.Authority;

    public async ValueTask InitializeAsync()
    {
        WhyNot = RabbitNode.Find() is { Script: null, Sentence: var why } ? why : null;
        if (WhyNot is not null) return;
        _network = await ProcessNetwork.Start(
            Path.Combine(_folder, "net"), new() { WithSignIn = true }, CancellationToken.None);
        OwnerOnlyFile.Write(SecretFile, System.Text.Encoding.ASCII.GetBytes(SignInSettings.Password));
    }

    public async ValueTask DisposeAsync()
    {
        if (_network is not null) await _network.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>An officer signs in as a practice account; what she then asks is asked as her.</summary>
    public async Task<Func<string[], Task<CommandEnd>>> SignIn(string country, string account)
    {
        string[] who = ["--address", AddressOf(country), "--as", account];
        await Done(Command.Run(["login", .. who, "--issuer", Issuer, "--client-id", account,
            "--secret-file", SecretFile]));
        return words => Command.Run([.. words, .. who]);
    }

    /// <summary>A script of docs/examples, with the command at hand.</summary>
    public async Task<CommandEnd> Script(
        string program, string name, IReadOnlyList<string> arguments, string @as = "")
    {
        var script = Path.Combine(Follow.FollowPage.Read().Root, "docs", "examples", name);
        var start = Command.Told(new ProcessStartInfo(program, [script, .. arguments]));
        start.Environment["REFERRAL"] = $"dotnet {CommandProcess.Program}";
        start.Environment["AS"] = @as;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        return await CommandProcess.End(process);
    }

    public static async Task<CommandEnd> Done(Task<CommandEnd> asked)
    {
        var end = await asked;
        Assert.True(end.Code == 0, end.Errors);
        return end;
    }
}
