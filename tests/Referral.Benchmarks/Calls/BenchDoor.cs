using Grpc.Core;
using Grpc.Net.Client;
using Referral.Contracts.Desk;
using SearchClient = Referral.Contracts.Desk.Search.SearchClient;

namespace Referral.Benchmarks.Calls;

/// <summary>A caller with one account, over as many connections as its calls need.</summary>
internal sealed class BenchDoor : IDisposable
{
    private const uint Page = 50;
    private readonly GrpcChannel _channel;
    private readonly Cases.CasesClient _cases;
    private readonly SearchClient _search;
    private readonly CallOptions _options;

    public BenchDoor(Uri door, string? token)
    {
        _channel = GrpcChannel.ForAddress(door, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true, UseProxy = false },
            DisposeHttpClient = true,
        });
        (_cases, _search) = (new(_channel), new(_channel));
        var headers = new Metadata { { "accept-language", "th" } };
        if (token is not null) headers.Add("authorization", $"Bearer {token}");
        _options = new CallOptions(headers);
    }

    public GrpcChannel Channel => _channel;

    public CallOptions Options => _options;

    public Cases.CasesClient Cases => _cases;

    public async Task<Tray> Tray() => await _cases.ListTrayAsync(new() { PageSize = Page }, _options);

    public async Task<CaseList> List() => await _cases.ListCasesAsync(new() { PageSize = Page }, _options);

    public async Task<CaseView> Get(string number) =>
        await _cases.GetCaseAsync(new() { Case = number }, _options);

    public async Task<SearchNamesAnswer> Search(string name) =>
        await _search.SearchNamesAsync(new() { Name = name, PageSize = 10 }, _options);

    public void Dispose() => _channel.Dispose();
}
