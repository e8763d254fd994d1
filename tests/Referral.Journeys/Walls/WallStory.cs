using Referral.Network.Play;

namespace Referral.Journeys.Walls;

/// <summary>
/// One case from Thailand to Laos, with a forger beside the line and a kill in the middle. It only acts and
/// looks; what must be true then stands in Walls.cs. If it cannot go on, the moments it has reached stay to
/// be read.
/// </summary>
internal sealed partial class WallStory(string folder, INetworkInHand network)
{
    private Exception? _fault;
    private Moment? _forged, _delivered, _settled, _unleft, _waiting, _end, _both;
    private PlayReport? _report;
    private HeldPouch? _taken, _void;

    /// <summary>Plays it once to its end, or as far as it goes.</summary>
    public async Task Play()
    {
        try
        {
            await Release();
            await Forge();
            await DeliverThrice();
            await Settle();
            await WithdrawAndWriteAgain();
            await TakeEffect();
            await WithdrawBehindAnother();
        }
        catch (Exception fault)
        {
            _fault = fault;
        }
    }

    public string Folder => folder;

    /// <summary>The first letter, X.</summary>
    public string LetterId => Reached(_report).Sent[0].Letters.Single().LetterId;

    /// <summary>Number of the referral.</summary>
    public string Referral => Reached(_report).Referral!;

    /// <summary>What was put into letterboxes in Vietnam's name.</summary>
    public IReadOnlyList<Forgery> Forgeries { get; private set; } = [];

    /// <summary>All forgeries have come, T has not.</summary>
    public Moment Forged => Reached(_forged);

    /// <summary>T has come three times, its receipts have not reached Thailand.</summary>
    public Moment Delivered => Reached(_delivered);

    /// <summary>The receipts that Laos had sent by then about X, in their order.</summary>
    public IReadOnlyList<SignedReceipt> Answers { get; private set; } = [];

    /// <summary>The receipts have reached Thailand.</summary>
    public Moment Settled => Reached(_settled);

    /// <summary>Letter 2 is written and has not left.</summary>
    public Moment Unleft => Reached(_unleft);

    /// <summary>Letter 3 has come, what stands before it has not.</summary>
    public Moment Waiting => Reached(_waiting);

    /// <summary>The void and letter 3 have taken effect, their receipt has reached Thailand.</summary>
    public Moment End => Reached(_end);

    /// <summary>Letter 5 and the void of number 4, in one pouch.</summary>
    public HeldPouch? Together { get; private set; }

    /// <summary>That pouch has come and is answered.</summary>
    public Moment Both => Reached(_both);

    /// <summary>Letter id of number 2, withdrawn, and of number 3.</summary>
    public (string Second, string Third) Requests { get; private set; } = ("", "");

    private T Reached<T>(T? one)
        where T : class =>
        one ?? throw new InvalidOperationException($"The story ended before. {_fault?.Message}", _fault);

    private async Task<Moment> Look()
    {
        using var desks = new Desks(network.Running);
        return new(Tables.Of(folder, WallCase.Origin), Tables.Of(folder, WallCase.Host),
            (await desks.LaosTray()).Tasks.Count, await desks.ThailandsTimeline(_report!.HostCase!));
    }
}

/// <summary>What everybody sees at one moment.</summary>
/// <param name="Laos">Laos's database.</param>
/// <param name="Thailand">Thailand's database.</param>
/// <param name="LaosTray">Tasks that the desk officer in Laos is shown.</param>
/// <param name="Timeline">What Thailand's door shows its case manager.</param>
internal sealed record Moment(
    Tables Laos, Tables Thailand, int LaosTray, Referral.Contracts.Desk.Timeline Timeline);
