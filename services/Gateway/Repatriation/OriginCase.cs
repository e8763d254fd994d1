using MassTransit;

namespace Referral.Gateway.Repatriation;

/// <summary>The origin's half of a referral: the country of nationality. Its row in the saga table.</summary>
internal sealed class OriginCase : SagaStateMachineInstance, ICaseState
{
    /// <summary>Id of the case.</summary>
    public Guid CorrelationId { get; set; }
    public string Stage { get; set; } = "";

    /// <summary>Codes of list "hold", separated by spaces.</summary>
    public string Holds { get; set; } = "";
    public DateTimeOffset StageSince { get; set; }
}
