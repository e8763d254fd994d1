using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Referral.Contracts.Desk;
using Referral.Contracts.Refusals;
using Referral.Gateway.Border.Trust;
using Referral.Network;
using Shouldly;
using Xunit.Sdk;
using BorderClient = Referral.Contracts.Desk.Border.BorderClient;
using SearchClient = Referral.Contracts.Desk.Search.SearchClient;
using TextsClient = Referral.Contracts.Desk.Texts.TextsClient;

namespace Referral.Tests.Gateway.Running;

/// <summary>Who asks: an invented account at a post, with its roles.</summary>
internal sealed record Seat(string Account, string Post, params string[] Roles);

/// <summary>A door's no, as a client reads it.</summary>
internal sealed record Refused(
    string Code, StatusCode Status, string English, string Local, IReadOnlyDictionary<string, string> Values);

/// <summary>The door of one gateway, asked over gRPC in the language of its country.</summary>
internal sealed class Desk : IDisposable
{
    private readonly RunningGateway _gateway;
    private readonly GrpcChannel _channel;
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    public Desk(RunningGateway gateway)
    {
        _gateway = gateway;
        _channel = GrpcChannel.ForAddress(gateway.Door, new() { MaxSendMessageSize = null });
        Cases = new(_channel);
        Border = new(_channel);
        Batches = new(_channel);
        Search = new(_channel);
        Texts = new(_channel);
    }

    public GrpcChannel Channel => _channel;

    public Cases.CasesClient Cases { get; }

    public BorderClient Border { get; }

    public Batches.BatchesClient Batches { get; }

    public SearchClient Search { get; }

    public TextsClient Texts { get; }

    public string Country => _gateway.Country.Code;

    public string Language => _gateway.Country.Language;

    public Seat CaseManager => new("invented.cm", $"{Country}-WELFARE", "CM");

    public Seat Identifier => new("invented.id", $"{Country}-POLICE", "ID");

    public Seat Officer => new("invented.do", $"{Country}-HOME", "DO");

    public Seat Supervisor => new("invented.ds", $"{Country}-HOME", "DS");

    public Seat Administrator => new("invented.sy", $"{Country}-HOME", "SY");

    public Seat Ministry => new("invented.mf", $"{Country}-MFA-CONS", "MF");

    public Seat Translator => new("invented.tr", $"{Country}-TRANS", "TR");

    public Seat Reviewer => new("invented.rv", $"{Country}-TRANS", "RV");

    public Seat Verifier => new("invented.id1", $"{Country}-VERIFY", "ID");

    public Seat SecondVerifier => new("invented.id2", $"{Country}-VERIFY", "ID");

    public static string NewCommand() => Guid.CreateVersion7().ToString();

    public CallOptions As(Seat seat)
    {
        string? token;
        lock (_tokens)
        {
            var key = $"{seat.Account} {seat.Post} {string.Join(' ', seat.Roles)}";
            if (!_tokens.TryGetValue(key, out token))
                _tokens[key] = token = PracticeTokens.Issue(
                    _gateway.DataFolder, Country, seat.Account, seat.Post, seat.Roles, TimeSpan.FromHours(1));
        }

        return With(token);
    }

    public CallOptions With(string? token)
    {
        var headers = new Metadata { { "accept-language", Language } };
        if (token is not null)
            headers.Add("authorization", $"Bearer {token}");
        return new CallOptions(headers, DateTime.UtcNow + RunningGateways.Patience);
    }

    public async Task<T> Does<T>(Seat seat, Func<Cases.CasesClient, CallOptions, AsyncUnaryCall<T>> call) =>
        await call(Cases, As(seat));

    public Task<Refused> Refuses<T>(
        Seat seat, Func<Cases.CasesClient, CallOptions, AsyncUnaryCall<T>> call) =>
        RefusesWith(As(seat), call);

    /// <summary>The call must be refused, with a number and with words in both languages.</summary>
    public Task<Refused> RefusesWith<T>(
        CallOptions options, Func<Cases.CasesClient, CallOptions, AsyncUnaryCall<T>> call) =>
        Refuses(async () => await call(Cases, options));

    /// <summary>The same for any service of the door.</summary>
    public async Task<Refused> Refuses(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException no)
        {
            return Read(no);
        }

        throw new XunitException("The door took what it should have refused.");
    }

    private Refused Read(RpcException no)
    {
        var status = no.GetRpcStatus().ShouldNotBeNull($"No details came with {no.Status}.");
        var error = status.GetDetail<ErrorInfo>().ShouldNotBeNull();
        var words = status.GetDetail<LocalizedMessage>().ShouldNotBeNull();
        error.Domain.ShouldBe("referral");
        words.Locale.ShouldBe(Language);
        var book = RefusalBook.Shipped.Tell(error.Reason, Language, error.Metadata.AsReadOnly());
        words.Message.ShouldBe($"{book.Text} {book.Remedy}");
        var english = RefusalBook.Shipped.Sentence(error.Reason, "en", error.Metadata.AsReadOnly());
        status.Message.ShouldBe($"{error.Reason} {english}");
        // A placeholder that nobody filled in would stand there in braces.
        words.Message.ShouldNotContain("{");
        status.Message.ShouldNotContain("{");
        no.Status.Detail.ShouldBe(status.Message);
        return new(error.Reason, no.StatusCode, status.Message, words.Message, error.Metadata.AsReadOnly());
    }

    public void Dispose() => _channel.Dispose();
}
