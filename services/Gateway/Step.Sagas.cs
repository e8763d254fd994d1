namespace Referral.Gateway;

/// <summary>
/// One saga at a time. An event that both sagas know, such as a question, goes to both, side by side; they
/// share the step's one database context, which serves one at a time.
/// </summary>
internal sealed partial class Step : IDisposable
{
    private readonly SemaphoreSlim _saga = new(1, 1);

    /// <summary>Runs when no other saga of this step does.</summary>
    public async Task Alone(Func<Task> move)
    {
        await _saga.WaitAsync();
        try
        {
            await move();
        }
        finally
        {
            _saga.Release();
        }
    }

    public void Dispose() => _saga.Dispose();
}
