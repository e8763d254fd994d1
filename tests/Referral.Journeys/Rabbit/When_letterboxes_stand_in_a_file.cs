using Referral.Gateway.Border.Carriers;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Rabbit;

public sealed class When_letterboxes_stand_in_a_file : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    private static LetterboxBook Book(string? password = "s:e/c@r%et") => new([
        new("XA", "amqps://a.example:5671/referral-xa", "letterbox", new("XA", "xa-letterbox", password),
            [new("XB", "xb-to-xa", password)], Root: "roots/xa.pem", ServerName: "broker.xa"),
        new("XB", "amqp://b.example/referral-xb", "letterbox", new("XB", "xb-letterbox", null),
            [new("XA", "xa-to-xb", password)]),
    ]);

    [Fact]
    public void a_country_finds_its_own_and_its_neighbours()
    {
        Book().Write(_file);

        var addresses = LetterboxBook.Read(_file).For("XA");

        addresses.Own.Uri.ShouldBe("amqps://xa-letterbox:s%3Ae%2Fc%40r%25et@a.example:5671/referral-xa");
        addresses.Own.Tls.ShouldBe(new LetterboxTls("roots/xa.pem", null, null, "broker.xa"));
        addresses.Neighbours.Single().Tls.ShouldBeNull();
        addresses.Neighbours.Single().Uri
            .ShouldBe("amqp://xa-to-xb:s%3Ae%2Fc%40r%25et@b.example/referral-xb");
        addresses.SenderOfUser.ShouldBe(new Dictionary<string, string> { ["xb-to-xa"] = "XB" });
    }

    [Fact]
    public void the_file_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        File.Delete(_file);

        Book().Write(_file);

        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(_file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("XB", "no password for user xb-letterbox")]
    [InlineData("XC", "no letterbox for XC")]
    public void what_is_missing_is_named(string country, string missing)
    {
        Book().Write(_file);

        var fault = Should.Throw<RabbitFault>(() => LetterboxBook.Read(_file).For(country));

        fault.Code.ShouldBe("REF-3107");
        fault.Message.ShouldContain(missing);
    }

    [Fact]
    public void a_user_with_a_certificate_needs_no_password()
    {
        var owner = new LetterboxUser("XA", "xa-letterbox", null, "xa.pem", "xa.key");
        new LetterboxBook([Book().Letterboxes[0] with { Owner = owner }]).Write(_file);

        var own = LetterboxBook.Read(_file).For("XA").Own;

        own.Uri.ShouldBe("amqps://xa-letterbox@a.example:5671/referral-xa");
        own.Tls.ShouldBe(new LetterboxTls("roots/xa.pem", "xa.pem", "xa.key", "broker.xa"));
    }

    [Theory]
    [InlineData("amqps://a.example/referral-xa", null)]
    [InlineData("amqp://a.example/referral-xa", "roots/xa.pem")]
    public void a_root_goes_with_tls_and_tls_with_a_root(string address, string? root)
    {
        new LetterboxBook([Book().Letterboxes[0] with { Address = address, Root = root }]).Write(_file);

        Should.Throw<RabbitFault>(() => LetterboxBook.Read(_file).For("XA"))
            .Message.ShouldContain("XA needs a root with amqps://, and only then");
    }

    [Theory]
    [InlineData("no json with a secret")]
    [InlineData("{}")]
    [InlineData("""{"letterboxes":[{"country":"XA","password":"a secret"}]}""")]
    [InlineData("""{"letterboxes":null}""")]
    public void what_cannot_be_read_is_refused_without_quoting_it(string text)
    {
        File.WriteAllText(_file, text);

        var fault = Should.Throw<RabbitFault>(() => LetterboxBook.Read(_file).For("XA"));

        fault.Code.ShouldBe("REF-3107");
        fault.ToString().ShouldNotContain("secret");
    }

    public void Dispose() => File.Delete(_file);
}
