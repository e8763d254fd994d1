using System.Net.Security;
using System.Security.Authentication;
using RabbitMQ.Client;
using Referral.Gateway.Border.Carriers;
using Referral.Network.Certificates;
using Shouldly;
using Xunit;

namespace Referral.Tests.Network.Certificates;

/// <summary>Settings of a letterbox over TLS, on files that the practice authority has made.</summary>
public sealed class When_a_line_is_secured : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-tls-").FullName;
    private readonly Letterbox _box;

    public When_a_line_is_secured()
    {
        using var authority = PracticeAuthority.In(_folder, DateTimeOffset.UtcNow, TimeSpan.FromDays(1));
        authority.SignUser("xb-to-xa");
        _box = new("XA", "amqps://xb-to-xa@broker.example/xa", "letterbox",
            new(In("root.pem"), In("xb-to-xa.pem"), In("xb-to-xa.key")));
    }

    [Fact]
    public void all_that_is_needed_is_enough() => Mistakes(_box).ShouldBeEmpty();

    [Fact]
    public void only_tls_1_2_and_1_3_are_spoken_and_the_name_is_never_empty()
    {
        using var line = new SecuredLine(_box);
        var factory = new ConnectionFactory();

        line.Secure(factory);

        factory.Ssl.Version.ShouldBe(SslProtocols.Tls12 | SslProtocols.Tls13);
        factory.Ssl.ServerName.ShouldBe("broker.example");
        factory.Ssl.AcceptablePolicyErrors.ShouldBe(SslPolicyErrors.None);
        factory.AuthMechanisms.ShouldHaveSingleItem().ShouldBeOfType<ExternalMechanismFactory>();
    }

    [Fact]
    public void no_root_is_believed_that_is_not_named()
    {
        Mistakes(_box with { Tls = null }).ShouldContain("no root is believed that is not named");
        Mistakes(_box with { Uri = "amqp://xb-to-xa@broker.example/xa" })
            .ShouldContain("needs Tls with amqps");
    }

    [Fact]
    public void an_empty_server_name_is_refused() =>
        Mistakes(_box with { Tls = _box.Tls! with { ServerName = " " } })
            .ShouldContain("ServerName of XA is empty");

    [Fact]
    public void a_certificate_of_another_user_is_refused() =>
        Mistakes(_box with { Uri = "amqps://xc-to-xa@broker.example/xa" })
            .ShouldContain("is of xb-to-xa; the address is of xc-to-xa");

    [Fact]
    public void a_root_that_is_none_is_refused_without_quoting_it()
    {
        File.WriteAllText(In("root.pem"), "a secret");

        Mistakes(_box).ShouldContain("holds no certificate");
        Mistakes(_box).ShouldNotContain("secret");
    }

    [Fact]
    public void a_key_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(In("xb-to-xa.key"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Mistakes(_box).ShouldContain("open to others than its owner");
    }

    [Fact]
    public void a_pkcs12_file_serves_as_well()
    {
        using (var both = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPemFile(
            In("xb-to-xa.pem"), In("xb-to-xa.key")))
        {
            Own("user.p12", both.Export(
                System.Security.Cryptography.X509Certificates.X509ContentType.Pkcs12, "its password"));
        }
        Own("user.password", "its password\n"u8.ToArray());
        var box = _box with { Tls = new(In("root.pem"), In("user.p12")) };

        Mistakes(box).ShouldBeEmpty();
        Mistakes(box with { Uri = "amqps://xc-to-xa@broker.example/xa" }).ShouldContain("is of xb-to-xa");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Mistakes(Letterbox box) => string.Join('\n', LetterboxTls.Mistakes(
        new RabbitMqAddresses(box, [], new Dictionary<string, string>())));

    private void Own(string name, byte[] content) =>
        Referral.Network.Processes.OwnerOnlyFile.Write(In(name), content);

    private string In(string name) => Path.Combine(_folder, name);
}
