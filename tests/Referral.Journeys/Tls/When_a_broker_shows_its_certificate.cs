using System.Security.Authentication;
using Referral.Gateway.Border.Carriers;
using Referral.Journeys.Rabbit;
using Referral.Network.Certificates;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Tls;

/// Both clients, the one that sends and the one that receives, each against a server that shows what a test
/// wants.
public sealed class When_a_broker_shows_its_certificate : IDisposable
{
    private const string Name = "localhost";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _root = Directory.CreateTempSubdirectory("referral-tls-").FullName;

    public static TheoryData<string> Clients => ["sends", "receives"];

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task one_of_its_own_root_and_name_is_believed_over_tls_1_3(string client) =>
        (await Shown(client, Sign("valid", DateTimeOffset.UtcNow))).ShouldBe(SslProtocols.Tls13);

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task tls_1_2_is_taken_where_the_broker_has_no_more(string client) =>
        (await Shown(client, Sign("valid", DateTimeOffset.UtcNow), versions: SslProtocols.Tls12))
            .ShouldBe(SslProtocols.Tls12);

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task one_of_another_root_is_not(string client) =>
        (await Shown(client, Sign("strange", DateTimeOffset.UtcNow))).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task one_of_another_name_is_not(string client) =>
        (await Shown(client, Sign("valid", DateTimeOffset.UtcNow, "elsewhere.example"))).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task one_that_has_expired_is_not(string client) =>
        (await Shown(client, Sign("valid", DateTimeOffset.UtcNow - TimeSpan.FromDays(50)))).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task a_users_certificate_is_no_brokers(string client)
    {
        var folder = Sign("valid", DateTimeOffset.UtcNow);
        using (var authority = PracticeAuthority.In(folder, DateTimeOffset.UtcNow, TimeSpan.FromDays(10)))
            authority.SignUser(Name);

        // The name stands as common name only, and the use is a client's.
        (await Shown(client, folder, show: Name)).ShouldBeNull();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<SslProtocols?> Shown(
        string client, string folder, string show = "broker", SslProtocols versions = SslProtocols.None)
    {
        using var server = new ShownBroker(folder, show, versions);
        var trusted = Sign("valid", DateTimeOffset.UtcNow);
        var box = new Letterbox("XA", $"amqps://xa-user@{Name}:{server.Port}/xa", "letterbox", new(
            Path.Combine(trusted, "root.pem"),
            Path.Combine(trusted, "xa-user.pem"), Path.Combine(trusted, "xa-user.key")));
        var addresses = new RabbitMqAddresses(box, [box], new Dictionary<string, string>());
        using var ending = new CancellationTokenSource(Patience);
        var believed = server.Believed(ending.Token);
        if (client == "receives")
        {
            await using var gateway = await ReceivingGateway.Start(addresses);
            return await believed;
        }
        await using var carrier = new RabbitMqCarrier(addresses, Patience);
        var sending = carrier.Send(BrokerFixture.Pouch("XB", "XA"), ending.Token);
        var answer = await believed;
        await Should.ThrowAsync<CarrierFault>(sending);
        return answer;
    }

    // The authority in "valid" is older than what it signs, so that it can sign what has expired.
    private string Sign(string authority, DateTimeOffset now, string name = Name)
    {
        var life = TimeSpan.FromDays(10);
        var kept = Path.Combine(_root, authority);
        PracticeAuthority.In(kept, DateTimeOffset.UtcNow - TimeSpan.FromDays(90), 2 * life).Dispose();
        var folder = Directory.CreateDirectory(Path.Combine(_root, Guid.NewGuid().ToString("N"))).FullName;
        foreach (var file in new[] { "root.pem", "root.key" })
            File.Copy(Path.Combine(kept, file), Path.Combine(folder, file));
        using var signing = PracticeAuthority.In(folder, now, life);
        signing.SignBroker([name]);
        signing.SignUser("xa-user");
        return folder;
    }
}
