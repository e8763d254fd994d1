using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Carriers;
using Referral.Gateway.Storage;
using Referral.Network;
using Referral.Network.Play;
using Referral.Network.Processes;
using Referral.Network.Rabbit;
using Referral.Network.Soak;

namespace Referral.Journeys.Lines;

/// <summary>
/// Laos behind its line, with its letterbox's broker; Thailand abroad. Both gateways are the shipped
/// programs; only the letters that wait are written by the test, through the product's own step, which signs
/// them.
/// </summary>
internal sealed class CutOffCountry : IAsyncDisposable
{
    private const string Abroad = "TH";
    private const string Home = "LA";
    private const int LettersAStep = 250;

    private readonly string _folder;
    private readonly RabbitNode _broker;
    private readonly LongLine _line;
    private readonly GatewayProcess _abroad;
    private readonly GatewayProcess _home;
    private readonly GatewaySettings _settings;

    private CutOffCountry(string folder, RabbitNode broker, LetterboxBook book, LongLine line)
    {
        (_folder, _broker, _line) = (folder, broker, line);
        var ports = FreePorts.Take(4);
        _settings = Settings(Abroad, ports[0], ports[1]) with
        {
            Rabbit = Over(book.For(Abroad), Home, line.End(broker.Port, serverIsInside: true)),
        };
        _abroad = new(Members.Of(Abroad), _settings);
        _home = new(Members.Of(Home), Settings(Home, ports[2], ports[3]) with
        {
            Rabbit = Over(book.For(Home), Abroad, line.End(broker.Port, serverIsInside: false)),
        });
    }

    public static async Task<CutOffCountry> Start(string folder, LongLine line)
    {
        Founding.Found(folder, Members.All, TimeProvider.System);
        var broker = await RabbitNode.Start(
            Path.Combine(folder, "rabbitmq"), Console.Error.WriteLine, CancellationToken.None);
        var book = await DeclaredTopology.Declare(
            broker.Management, broker.Port, Members.Codes, CancellationToken.None);
        var country = new CutOffCountry(folder, broker, book, line);
        await Task.WhenAll(country._abroad.Start(CancellationToken.None),
            country._home.Start(CancellationToken.None));
        return country;
    }

    /// <summary>
    /// Opens a referral on the bare line, cuts it, and has so many letters written abroad. Gives the bytes of
    /// their content: the serialized letters, before they are signed.
    /// </summary>
    public async Task<long> CutOff(int letters, int bytesEach)
    {
        using (var play = new CasePlay(new Pair(Abroad, Home).Opening(),
            new(_folder, [_abroad.Running, _home.Running]), new() { SettleLimit = TimeSpan.FromMinutes(2) }))
        {
            var report = await play.Run();
            if (report.Problems.Count + report.Refusals.Count > 0)
                throw new InvalidOperationException("The sample case was not played.");
        }
        _line.CutOff();
        await _abroad.DisposeAsync();
        return await Write(letters, bytesEach);
    }

    /// <summary>The gateway abroad runs and finds the line cut; then the line is there again.</summary>
    /// <returns>How long until every letter had its effect, and until every receipt was abroad.</returns>
    public async Task<(TimeSpan Applied, TimeSpan Settled)> ComeBack(int letters, TimeSpan limit)
    {
        var before = _line.Refused;
        await _abroad.Start(CancellationToken.None);
        while (_line.Refused == before) await Task.Delay(50);
        _line.ComeBackSlow();
        var watch = Stopwatch.StartNew();
        var applied = await Until(watch, limit, Home,
            "SELECT count(*) FROM letters_in WHERE state = 6", count => count >= letters);
        var settled = await Until(watch, limit, Abroad,
            "SELECT count(*) FROM letters_out WHERE settled_at IS NULL", count => count == 0);
        return (applied, settled);
    }

    public async ValueTask DisposeAsync()
    {
        await _abroad.DisposeAsync();
        await _home.DisposeAsync();
        await _broker.DisposeAsync();
    }

    private async Task<long> Write(int letters, int bytesEach)
    {
        await using var host = await GatewayHost.Start(
            Members.Of(Abroad), _settings with { Rabbit = null }, new NoCarrier(), log => { });
        var steps = host.Services.GetRequiredService<Steps>();
        var draft = await steps.Read(step => Task.FromResult(Draft(step, bytesEach)));
        for (var written = 0; written < letters; written += LettersAStep)
            await steps.Always(async step =>
            {
                var row = step.Db.Cases.Single();
                await step.Write(row.Id, [.. Enumerable.Repeat(
                    draft, Math.Min(LettersAStep, letters - written))]);
                return 0;
            });
        return await steps.Read(step => Task.FromResult(step.Db.LettersOut
            .Where(letter => letter.SettledAt == null).AsEnumerable()
            .Sum(letter => (long)step.Read(letter).CalculateSize())));
    }

    // A request for verification with as many invented papers as make it so long. Its head is that of the
    // notice before it, but for what belongs to this kind of letter.
    private static LetterToWrite Draft(Step step, int bytesEach)
    {
        var notice = step.Db.LettersOut.OrderBy(letter => letter.Row).First();
        var letter = step.Read(notice);
        letter.Head.Kind = "M03";
        letter.Head.AgreementRule = $"{letter.Head.AgreementId}/M03";
        letter.Head.DataClass = "P2";
        letter.NationalityVerificationRequested = new NationalityVerificationRequested { Sex = "F" };
        for (var number = 1; letter.CalculateSize() < bytesEach; number++)
            letter.NationalityVerificationRequested.IdDocuments.Add(
                new IdDocument { Type = "PASSPORT", Number = $"INVENTED-{number:D8}" });
        return new(letter);
    }

    private async Task<TimeSpan> Until(
        Stopwatch watch, TimeSpan limit, string country, string text, Func<long, bool> holds)
    {
        while (watch.Elapsed < limit)
        {
            using (var stored = StoredGateway.Open(Members.DataFolder(_folder, country))!)
                if (holds(stored.Rows(text, row => row.GetInt64(0)).Single())) return watch.Elapsed;
            await Task.Delay(100);
        }
        throw new TimeoutException($"Not caught up after {limit.TotalSeconds} s.");
    }

    private GatewaySettings Settings(string code, int grpcPort, int pagesPort) => new()
    {
        DataFolder = Members.DataFolder(_folder, code),
        GrpcPort = grpcPort, PagesPort = pagesPort, PracticeTokens = true,
    };

    private static RabbitMqAddresses Over(RabbitMqAddresses real, string to, int port) => real with
    {
        Neighbours = [.. real.Neighbours.Select(one => one.Country == to
            ? one with { Uri = new UriBuilder(one.Uri) { Port = port }.Uri.ToString() } : one)],
    };

    private sealed class NoCarrier : ICarrier
    {
        public Task Send(SealedPouch pouch, CancellationToken cancellation) =>
            throw new CarrierFault("The line is cut.");
    }
}
