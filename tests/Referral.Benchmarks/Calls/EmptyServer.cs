using System.Diagnostics;
using System.Globalization;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Referral.Contracts.Desk;

namespace Referral.Benchmarks.Calls;

/// <summary>
/// An empty Grpc.AspNetCore method in a process of its own: Kestrel and the library, nothing of ours, nobody
/// asked who calls. It ends when its standard input is closed.
/// </summary>
internal sealed class EmptyServer : IAsyncDisposable
{
    /// <summary>The verb by which this program runs itself again.</summary>
    public const string Verb = "grpc-empty";

    private readonly Process _process;

    private EmptyServer(Process process, Uri door) => (_process, Door) = (process, door);

    public Uri Door { get; }

    public int Id => _process.Id;

    public static async Task<EmptyServer> Start()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { typeof(EmptyServer).Assembly.Location, Verb },
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        var port = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The empty server did not start.");
        return new(process, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>What that process does.</summary>
    public static int Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, port => port.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        var application = builder.Build();
        application.MapGrpcService<EmptyDoor>();
        application.StartAsync().GetAwaiter().GetResult();
        var address = application.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Console.WriteLine(new Uri(address).Port.ToString(CultureInfo.InvariantCulture));
        Console.In.ReadToEnd();
        return Figures.Done;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    internal sealed class EmptyDoor : Cases.CasesBase
    {
        private static readonly CaseView Nothing = new();

        public override Task<CaseView> GetCase(GetCaseRequest request, ServerCallContext context) =>
            Task.FromResult(Nothing);
    }
}
