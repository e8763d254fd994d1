namespace Referral.Journeys.Servers;

/// <summary>A RabbitMQ of this test run alone; it keeps ports and data when it is killed.</summary>
internal interface IBroker : IAsyncDisposable
{
    /// <summary>Management address with the administrator's password: never to be printed.</summary>
    Uri Management { get; }

    int Port { get; }

    /// <summary>Ends it as a power cut would (kill -9).</summary>
    Task Kill();

    /// <summary>Brings it back on the same ports and data; returns when it serves.</summary>
    Task Start(CancellationToken cancellation);
}
