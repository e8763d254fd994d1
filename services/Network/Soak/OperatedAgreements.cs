using Grpc.Core;
using Grpc.Net.Client;
using Referral.Contracts.Agreements;
using Referral.Contracts.Desk;
using Referral.Gateway.Border.Trust;
using Referral.Network.Play;
using AgreementsClient = Referral.Contracts.Desk.Agreements.AgreementsClient;

namespace Referral.Network.Soak;

/// <summary>
/// Lets two persons of each gateway concerned operate the agreements that ship switched off, so that letters
/// may cross between every two members. For practice alone: no legal fact is behind it.
/// </summary>
internal static class OperatedAgreements
{
    private const string Signed = "SIGNED_NOT_CONFIRMED";
    private const string Ministry = "MINISTRY_FOREIGN_AFFAIRS";
    private const string HomeDesk = "HOME_DESK";
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(60);

    /// <summary>Agreements that were switched on, "LA-CN" for one; none where all are operated.</summary>
    public static async Task<IReadOnlyList<string>> SwitchOn(RunningNetwork network)
    {
        var agreements = Pair.All.Select(pair => pair.ToOperate).OfType<Instrument>()
            .DistinctBy(one => one.Id).ToList();
        foreach (var agreement in agreements)
            foreach (var gateway in network.Gateways.Where(g => agreement.Parties.Contains(g.Country.Code)))
                await SwitchOn(gateway, agreement).ConfigureAwait(false);
        return [.. agreements.Select(one => one.Id)];
    }

    private static async Task SwitchOn(RunningGateway gateway, Instrument agreement)
    {
        // The gateway is on this machine, whatever proxy the environment names.
        using var channel = GrpcChannel.ForAddress(gateway.Door, new()
        {
            HttpHandler = new SocketsHttpHandler { UseProxy = false },
            DisposeHttpClient = true,
        });
        var door = new AgreementsClient(channel);
        try
        {
            await door.ProposeSwitchAsync(new()
            {
                CommandId = PlayTable.NewCommand(), Agreement = agreement.Id, Operated = true,
                Status = Signed,
            }, As(gateway, Ministry, "MF")).ConfigureAwait(false);
            await door.ConfirmSwitchAsync(new()
            {
                CommandId = PlayTable.NewCommand(), Agreement = agreement.Id,
            }, As(gateway, HomeDesk, "DS")).ConfigureAwait(false);
        }
        catch (RpcException no)
        {
            throw new NetworkFault($"{gateway.Country.Code} did not operate {agreement.Id}: "
                + $"{no.Status.Detail}", no);
        }
    }

    private static CallOptions As(RunningGateway gateway, string kindOfPost, string role)
    {
        var token = PracticeTokens.Issue(gateway.DataFolder, gateway.Country.Code,
            $"{role.ToLowerInvariant()}.1", gateway.Country.PostOf(kindOfPost).Id, [role], AnswerLimit);
        return new(new() { { "authorization", $"Bearer {token}" } }, DateTime.UtcNow + AnswerLimit);
    }
}
