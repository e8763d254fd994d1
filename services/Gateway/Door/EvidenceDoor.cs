using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Referral.Contracts.Desk;

namespace Referral.Gateway.Door;

/// <summary>
/// The gRPC service Evidence, reserved: who may ask is decided already, and whoever may is told that there is
/// nothing yet. Refuses: REF-2013.
/// </summary>
[Authorize]
internal sealed class EvidenceDoor(GatewayIdentity identity) : Evidence.EvidenceBase
{
    public const string NotYet = "REF-2013";

    public override Task<EvidenceRequestView> DraftRequest(
        DraftRequestRequest request, ServerCallContext call) => throw No(call);

    public override Task<EvidenceRequestView> ReleaseRequest(
        ReleaseRequestRequest request, ServerCallContext call) => throw No(call);

    public override Task<EvidenceRequestView> GetRequest(
        GetRequestRequest request, ServerCallContext call) => throw No(call);

    private RpcException No(ServerCallContext call) =>
        RefusalStatus.Of(Refusal.Of(NotYet), CallerAt.Of(call, identity.Country).Language);
}
