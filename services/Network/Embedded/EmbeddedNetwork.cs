using Microsoft.Extensions.Logging;
using Referral.Gateway;
using Referral.Gateway.Border.Carriers;
using Referral.SignIn;

namespace Referral.Network.Embedded;

/// <summary>
/// Four gateways in one process, each with its own folder, database and keys, and with carriers in memory.
/// </summary>
public sealed class EmbeddedNetwork : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly FolderClaim _claim;
    private readonly IReadOnlyList<GatewayHost> _hosts;
    private readonly Task _letterboxes;
    private readonly SignInHost? _signIn;

    private EmbeddedNetwork(FolderClaim claim, string folder, IReadOnlyList<GatewayHost> hosts,
        IReadOnlyDictionary<string, EmbeddedLetterbox> letterboxes, SignInHost? signIn)
    {
        (_claim, _hosts, _signIn) = (claim, hosts, signIn);
        _letterboxes = Task.WhenAll(hosts.Select(host =>
            Task.Run(() => letterboxes[host.Country.Code].Run(host.Arrivals, _stopping.Token))));
        Running = new(folder, [.. hosts.Select(host => new RunningGateway(
            host.Country,
            new Uri($"http://127.0.0.1:{host.GrpcPort}"),
            new Uri($"http://127.0.0.1:{host.PagesPort}"),
            Members.DataFolder(folder, host.Country.Code)))]) { SignIn = signIn?.Issuer };
    }

    public RunningNetwork Running { get; }

    public GatewayHost HostOf(string country) => _hosts.First(host => host.Country.Code == country);

    /// <summary>Starts it on a folder, which is founded when it is new.</summary>
    /// <param name="folder">One subfolder a gateway. Refuses a folder that another network runs on.</param>
    /// <param name="settings">Ports and times.</param>
    /// <param name="wrap">Puts something of the caller's around the carrier of a country; null leaves them
    /// bare.</param>
    public static async Task<EmbeddedNetwork> Start(
        string folder, NetworkSettings settings, Func<string, ICarrier, ICarrier>? wrap = null)
    {
        folder = Path.GetFullPath(folder);
        var claim = FolderClaim.Take(folder);
        SignInHost? signIn = null;
        try
        {
            Founding.Found(folder, Members.All, settings.Time);
            var letterboxes = Members.All.ToDictionary(
                country => country.Code, country => new EmbeddedLetterbox(country.Code, settings.Tell));
            signIn = await DemoAccounts.SignIn(folder, settings).ConfigureAwait(false);
            var hosts = await StartAll(folder, settings, signIn?.Issuer, country =>
            {
                ICarrier inner = new EmbeddedCarrier(country, letterboxes);
                return wrap?.Invoke(country, inner) ?? inner;
            }).ConfigureAwait(false);
            return new(claim, folder, hosts, letterboxes, signIn);
        }
        catch
        {
            if (signIn is not null)
                await signIn.DisposeAsync().ConfigureAwait(false);
            claim.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _letterboxes.ConfigureAwait(false);
        await Task.WhenAll(_hosts.Select(host => host.DisposeAsync().AsTask())).ConfigureAwait(false);
        if (_signIn is not null)
            await _signIn.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
        _claim.Dispose();
    }

    private static async Task<IReadOnlyList<GatewayHost>> StartAll(
        string folder, NetworkSettings settings, Uri? signIn, Func<string, ICarrier> carrierOf)
    {
        var starting = Members.All.Select((country, index) =>
        {
            var home = Members.DataFolder(folder, country.Code);
            // Each gateway gets a context of its own: what flows along with calls, such as traces and scopes,
            // must not join four countries that share nothing.
            using var apart = ExecutionContext.SuppressFlow();
            return Task.Run(() => GatewayHost.Start(
                country, settings.For(home, index, signIn), carrierOf(country.Code),
                logging => logging.AddProvider(new LogFile(home))));
        }).ToList();
        try
        {
            return await Task.WhenAll(starting).ConfigureAwait(false);
        }
        catch
        {
            foreach (var one in starting.Where(task => task.IsCompletedSuccessfully))
                await one.Result.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
