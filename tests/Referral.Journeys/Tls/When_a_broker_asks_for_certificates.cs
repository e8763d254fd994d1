using RabbitMQ.Client.Exceptions;
using Referral.Gateway.Border.Carriers;
using Referral.Journeys.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Tls;

public sealed class When_a_broker_asks_for_certificates(TlsBroker broker) : IClassFixture<TlsBroker>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task a_pouch_crosses_and_its_sender_is_the_certificates()
    {
        broker.SkipWithoutServer();
        await using var laos = await ReceivingGateway.Start(broker.Book.For("LA"));
        await using var thailand = new RabbitMqCarrier(broker.Book.For("TH"));
        var pouch = BrokerFixture.Pouch("TH", "LA");

        await thailand.Send(pouch, CancellationToken.None);

        (await laos.Next()).ShouldBe(new Arrived(pouch, "TH"));
    }

    [Fact]
    public async Task a_user_without_one_is_refused()
    {
        broker.SkipWithoutServer();

        await Refused(link => link with { Tls = link.Tls! with { CertificateFile = null, KeyFile = null } });
    }

    [Fact]
    public async Task a_password_lets_nobody_in()
    {
        broker.SkipWithoutServer();

        await Refused(link => link with
        {
            Uri = link.Uri.Replace("th-to-la@", "th-to-la:th-to-la@"),
            Tls = link.Tls! with { CertificateFile = null, KeyFile = null },
        });
    }

    [Fact]
    public async Task one_that_has_expired_is_refused()
    {
        broker.SkipWithoutServer();

        await Refused(link => link with { Tls = Signed(link.Tls!, broker.Expired, "th-to-la") });
    }

    [Fact]
    public async Task one_of_a_strange_authority_is_refused()
    {
        broker.SkipWithoutServer();

        await Refused(link => link with { Tls = Signed(link.Tls!, broker.Strange, "th-to-la") });
    }

    [Fact]
    public async Task one_of_another_countrys_user_is_not_even_shown()
    {
        broker.SkipWithoutServer();

        var fault = await Refused(link => link with { Tls = Signed(link.Tls!, broker.Valid, "cn-to-la") });

        fault.Message.ShouldContain("is of cn-to-la; the address is of th-to-la");
    }

    [Fact]
    public async Task a_user_of_another_letterbox_is_refused()
    {
        broker.SkipWithoutServer();

        var fault = await Refused(link => link with
        {
            Uri = link.Uri.Replace("th-to-la@", "la-to-th@"),
            Tls = Signed(link.Tls!, broker.Valid, "la-to-th"),
        });

        fault.GetBaseException().ShouldBeAssignableTo<OperationInterruptedException>()
            .ShutdownReason!.ReplyCode.ShouldBe((ushort)530);
    }

    private async Task<CarrierFault> Refused(Func<Letterbox, Letterbox> change)
    {
        var addresses = broker.Book.For("TH");
        var link = addresses.Neighbours.Single(box => box.Country == "LA");
        await using var carrier = new RabbitMqCarrier(addresses with { Neighbours = [change(link)] }, Limit);
        // What is to be refused differs from what crosses in one thing only.
        return await Should.ThrowAsync<CarrierFault>(
            carrier.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None));
    }

    private static LetterboxTls Signed(LetterboxTls tls, string folder, string user) => tls with
    {
        CertificateFile = Path.Combine(folder, $"{user}.pem"), KeyFile = Path.Combine(folder, $"{user}.key"),
    };
}
