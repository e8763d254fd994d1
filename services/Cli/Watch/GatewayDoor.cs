using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Referral.Network;
using Referral.Network.Containers;
using BorderClient = Referral.Contracts.Desk.Border.BorderClient;

namespace Referral.Cli.Watch;

/// <summary>What an operator named: a gateway of a network on this machine, and how to print.</summary>
/// <param name="Country">Whose gateway.</param>
/// <param name="Folder">Of the network; the key that signs practice tokens lies in it.</param>
/// <param name="Port">Of its gRPC door.</param>
/// <param name="Language">Of what is told.</param>
/// <param name="Json">Print the answer as JSON.</param>
internal sealed record Asked(string Country, string Folder, int Port, string Language, bool Json);

/// <summary>Asks the service Border of a running gateway, as a practice system administrator.</summary>
internal static class GatewayDoor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Does what is wanted with the door, and says why where that is not possible. Returns the exit code.
    /// </summary>
    public static Task<int> With(
        Screen screen, Asked asked, Func<BorderClient, CallOptions, Task<int>> work) =>
        As("SY", screen, asked, (channel, options) => work(new BorderClient(channel), options));

    /// <summary>The same, for whatever service, in another role at the home desk.</summary>
    public static async Task<int> As(
        string role, Screen screen, Asked asked, Func<GrpcChannel, CallOptions, Task<int>> work)
    {
        var home = Members.DataFolder(asked.Folder, asked.Country);
        if (!Directory.Exists(home))
        {
            screen.Wrong($"There is no network in {asked.Folder}. `referral up` founds and starts one.");
            return Exit.BadInput;
        }

        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{asked.Port}", new()
        {
            // The gateway is on this machine, whatever proxy the environment names.
            HttpHandler = new SocketsHttpHandler { UseProxy = false },
            DisposeHttpClient = true,
        });
        try
        {
            return await work(channel, Options(asked, home, role));
        }
        catch (RpcException no) when (Refusal(no) is { } sentence)
        {
            screen.Wrong(sentence);
            return Exit.BadInput;
        }
        catch (RpcException no) when (no.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            screen.Wrong($"The gateway of {asked.Country} does not answer on port {asked.Port}. "
                + "Does `referral up` run on this folder, and on these ports?");
            return Exit.Fault;
        }
    }

    private static CallOptions Options(Asked asked, string home, string role)
    {
        var desk = Members.Of(asked.Country).PostOf("HOME_DESK").Id;
        var token = OfficerTokens.Issue(home, Patience, asked.Country, "operator", desk, role);
        return new(new Metadata
        {
            { "authorization", $"Bearer {token}" },
            { "accept-language", asked.Language },
        }, DateTime.UtcNow + Patience);
    }

    private static string? Refusal(RpcException no)
    {
        var status = no.GetRpcStatus();
        return status?.GetDetail<ErrorInfo>() is { Reason.Length: > 0 } info
            ? $"{info.Reason} {status.GetDetail<LocalizedMessage>()?.Message}" : null;
    }
}
