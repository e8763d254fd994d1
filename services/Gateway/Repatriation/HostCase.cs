using MassTransit;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// The host's half of a referral: where the person is. Its row in the saga table; no personal data.
/// </summary>
internal sealed class HostCase : SagaStateMachineInstance, ICaseState
{
    /// <summary>Id of the case.</summary>
    public Guid CorrelationId { get; set; }
    public string Stage { get; set; } = "";

    /// <summary>Codes of list "hold", separated by spaces.</summary>
    public string Holds { get; set; } = "";
    public DateTimeOffset StageSince { get; set; }
}
