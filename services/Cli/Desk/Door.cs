using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Referral.Cli.SignIn;

namespace Referral.Cli.Desk;

/// <summary>A gateway that is asked as whoever signed in, and how its refusals are told.</summary>
internal sealed class Door(
    Screen screen, Asked asked, GatewayAddress gateway, GrpcChannel channel, string? token)
{
    // A folder with a long account is shown again as it was written.
    private const int AnswerBytesMax = 32 * 1024 * 1024;

    public Screen Screen => screen;

    public Asked Asked => asked;

    public GatewayAddress Gateway => gateway;

    /// <summary>Calls are made again where that is safe.</summary>
    public CallInvoker Calls { get; } = channel.Intercept(new CallsAgain(asked.Patience));

    /// <summary>For streams: nothing is made again.</summary>
    public GrpcChannel Channel => channel;

    public CallOptions Options(CancellationToken cancellation = default)
    {
        var headers = new Metadata { { "accept-language", asked.Language } };
        if (token is not null) headers.Add("authorization", $"Bearer {token}");
        return new(headers, cancellationToken: cancellation);
    }

    /// <summary>
    /// Does what is wanted at the gateway, and tells why where that is not possible. Returns the exit code.
    /// </summary>
    /// <param name="screen">Where to tell.</param>
    /// <param name="asked">Which gateway, as whom.</param>
    /// <param name="again">After no answer: how to go on; null for reading.</param>
    /// <param name="work">What to do.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public static async Task<int> With(
        Screen screen, Asked asked, Func<string?>? again, Func<Door, Task<int>> work,
        CancellationToken cancellation)
    {
        var told = await Open(screen, asked, cancellation);
        if (told.Given is not { } door)
            return Tell(screen, asked, told.No!);
        using (door.Channel)
            try
            {
                return await work(door);
            }
            catch (RpcException no) when (no.GetRpcStatus()?.GetDetail<ErrorInfo>() is { Reason.Length: > 0 })
            {
                return Refuses(screen, asked, door.Gateway, no);
            }
            catch (RpcException no) when (no.StatusCode != StatusCode.Cancelled)
            {
                return NoAnswer(screen, asked, door.Gateway, no, again?.Invoke());
            }
    }

    public static int Tell(Screen screen, Asked asked, Refused no)
    {
        screen.Wrong(no.Sentence(asked.Language));
        return no.Exit;
    }

    private static async Task<Told<Door>> Open(Screen screen, Asked asked, CancellationToken cancellation)
    {
        var named = GatewayAddress.Of(asked.Address);
        if (named.Given is not { } gateway) return named.No!;
        X509Certificate2? own = null;
        string? token = null;
        try
        {
            if (asked.Certificate is { } file)
                own = SessionFile.IsOpen(file) ? null : X509Certificate2.CreateFromPemFile(file);
        }
        catch (Exception fault) when (fault is IOException or CryptographicException)
        {
        }

        if (asked.Certificate is not null && own is null)
            return Refused.Of(Refused.FileNotUsable, ("value", asked.Certificate));
        if (own is null)
        {
            var found = await Token(asked, gateway, cancellation);
            if (found.Given is null) return found.No!;
            token = found.Given;
        }

        var channel = GrpcChannel.ForAddress(gateway.Address, new()
        {
            MaxReceiveMessageSize = AnswerBytesMax,
            HttpHandler = Lines.To(gateway.Address, asked.Authority, own, asked.Patience),
            DisposeHttpClient = true,
        });
        return new Door(screen, asked, gateway, channel, token);
    }

    private static async Task<Told<string>> Token(
        Asked asked, GatewayAddress gateway, CancellationToken cancellation) => asked.TokenFile switch
    {
        null => await new Sessions(gateway, asked.As, TimeProvider.System).Token(cancellation),
        "-" => (await Console.In.ReadLineAsync(cancellation) ?? "").Trim(),
        var file => Sessions.Secret(file),
    };

    private static int Refuses(Screen screen, Asked asked, GatewayAddress gateway, RpcException no)
    {
        var status = no.GetRpcStatus()!;
        var code = status.GetDetail<ErrorInfo>()!.Reason;
        screen.Wrong($"{code} {status.GetDetail<LocalizedMessage>()?.Message}");
        foreach (var at in status.GetDetail<BadRequest>()?.FieldViolations ?? [])
            screen.Wrong($"  {at.Field}: {at.LocalizedMessage?.Message ?? at.Description}");
        if (no.StatusCode == StatusCode.Unauthenticated)
            return Tell(screen, asked, Refused.Of(Refused.NotSignedIn, ("value", gateway.Name)));
        return no.StatusCode == StatusCode.Aborted && code == "REF-2007" ? Exit.Conflict : Exit.Refused;
    }

    private static int NoAnswer(
        Screen screen, Asked asked, GatewayAddress gateway, RpcException no, string? again)
    {
        // Another answer than silence is a fault of the gateway, whose id stands in its text.
        var silent = CallsAgain.IsSilence(no);
        if (!silent) screen.Wrong($"{gateway.Name}: {no.StatusCode} {no.Status.Detail}");
        else Tell(screen, asked, Refused.Of(Refused.NoAnswer, ("value", gateway.Name)));
        if (again is not null) screen.Wrong($"  {again}");
        return silent ? Exit.NoAnswer : Exit.Fault;
    }
}
