using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Referral.Network.Containers;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Network.Play;

/// <summary>
/// The gRPC door of one gateway, asked with practice accounts. A refusal is an answer; everything else that
/// goes wrong is a fault.
/// </summary>
internal sealed class Door : IDisposable
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    private readonly RunningGateway _gateway;
    private readonly PlaySettings _settings;
    private readonly GrpcChannel _channel;
    private readonly CasesClient _cases;
    private readonly Dictionary<Officer, string> _tokens = [];

    public Door(RunningGateway gateway, PlaySettings settings)
    {
        (_gateway, _settings) = (gateway, settings);
        _channel = GrpcChannel.ForAddress(gateway.Door, new()
        {
            // A folder with a long account is shown again as it was written.
            MaxReceiveMessageSize = 32 * 1024 * 1024,
            // The gateway is on this machine, whatever proxy the environment names.
            HttpHandler = new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true },
            DisposeHttpClient = true,
        });
        _cases = new(_channel.Intercept(new CallAgain(settings.AnswerLimit, settings.Persistence)));
        Officers = new(gateway.Country);
    }

    public OfficerBook Officers { get; }

    public string Country => _gateway.Country.Code;

    public bool ReleaseNeedsApproval => _gateway.Country.ReleaseNeedsApproval;

    /// <summary>Asks for one thing. What names it in a refusal.</summary>
    public async Task<Answer<T>> Ask<T>(
        Officer officer, string what, Func<CasesClient, CallOptions, AsyncUnaryCall<T>> call)
    {
        var language = _gateway.Country.Language;
        var headers = new Metadata
        {
            { "authorization", $"Bearer {TokenOf(officer)}" },
            { "accept-language", language },
        };
        var options = new CallOptions(headers, DateTime.UtcNow + _settings.AnswerLimit);
        try
        {
            return new(await call(_cases, options).ConfigureAwait(false), null);
        }
        catch (RpcException no)
        {
            return new(default, RefusalIn(no, what, language)
                ?? throw new NetworkFault(
                    $"The gateway of {Country} did not answer {what}: {no.StatusCode}.", no));
        }
    }

    public void Dispose() => _channel.Dispose();

    private string TokenOf(Officer officer)
    {
        if (!_tokens.TryGetValue(officer, out var token))
            _tokens[officer] = token = OfficerTokens.Issue(_gateway.DataFolder, TokenLife,
                _gateway.Country.Code, officer.Account, officer.Post, officer.Role);
        return token;
    }

    private PlayRefusal? RefusalIn(RpcException no, string what, string language)
    {
        var status = no.GetRpcStatus();
        if (status?.GetDetail<ErrorInfo>() is not { Reason.Length: > 0 } info) return null;
        var sentence = status.GetDetail<LocalizedMessage>()?.Message ?? "";
        // The status says the number and the English sentence.
        var english = status.Message.StartsWith(info.Reason, StringComparison.Ordinal)
            ? status.Message[info.Reason.Length..].Trim()
            : status.Message;
        return new(what, Country, info.Reason, language, sentence, english);
    }
}

/// <summary>What a door answered: the thing asked for, or the refusal in its place.</summary>
internal readonly record struct Answer<T>(T? Given, PlayRefusal? Refusal)
{
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Given))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Refusal))]
    public bool Refused => Refusal is not null;
}
