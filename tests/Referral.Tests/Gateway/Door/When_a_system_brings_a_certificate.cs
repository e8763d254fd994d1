using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.Border.Trust;
using Referral.Network;
using Referral.Network.Embedded;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>A police system with a certificate, over TLS. All names are invented.</summary>
public sealed class When_a_system_brings_a_certificate : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-tls-").FullName;
    private readonly ECDsa _authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private X509Certificate2? _authority;
    private X509Certificate2? _system;
    private EmbeddedNetwork? _network;

    [Fact]
    public async Task the_listed_one_is_let_in_with_its_post_and_roles_and_others_are_not()
    {
        var ct = TestContext.Current.CancellationToken;
        using var good = Channel(_system);
        (await new Cases.CasesClient(good).ListTrayAsync(new(), cancellationToken: ct)).ShouldNotBeNull();
        var no = await Should.ThrowAsync<RpcException>(async () => await new Cases.CasesClient(good)
            .AcknowledgeAsync(new(), cancellationToken: ct));
        no.Status.Detail.ShouldStartWith("REF-2002");

        using var strangersKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stranger = Root("CN=Elsewhere", strangersKey);
        foreach (var bad in new[]
            {
                null, Issue("CN=not listed", _authority!, _authorityKey),
                Issue("CN=invented system", stranger, strangersKey),
            })
        {
            using var channel = Channel(bad);
            no = await Should.ThrowAsync<RpcException>(async () => await new Cases.CasesClient(channel)
                .ListTrayAsync(new(), cancellationToken: ct));
            no.StatusCode.ShouldBe(StatusCode.Unauthenticated);
            no.Status.Detail.ShouldStartWith("REF-2001");
        }
    }

    [Fact]
    public async Task rest_is_served_on_the_same_port()
    {
        using var http = new HttpClient(Handler(_system)) { BaseAddress = Door };
        var answer = await http.GetAsync("/v1/tray", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public async ValueTask InitializeAsync()
    {
        _authority = Root("CN=Invented authority", _authorityKey);
        _system = Issue("CN=invented system", _authority, _authorityKey);
        var server = Path.Combine(_folder, "server.p12");
        OwnerOnly.WriteNew(server, Issue("CN=localhost", _authority, _authorityKey)
            .Export(X509ContentType.Pkcs12));
        var authorities = Path.Combine(_folder, "authorities.pem");
        await File.WriteAllTextAsync(authorities, _authority.ExportCertificatePem());
        _network = await EmbeddedNetwork.Start(Path.Combine(_folder, "net"), new NetworkSettings
        {
            Door = country => country != "TH" ? new() : new DoorSettings
            {
                Tls = new TlsSettings
                {
                    CertificateFile = server,
                    AuthoritiesFile = authorities,
                    Systems =
                    [
                        new(_system.GetCertHashString(HashAlgorithmName.SHA256), "invented.system",
                            "TH-POLICE", ["ID"]),
                    ],
                },
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _network!.DisposeAsync();
        _authorityKey.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Uri Door => new($"https://localhost:{_network!.Running.Of("TH").Door.Port}");

    private GrpcChannel Channel(X509Certificate2? certificate) => GrpcChannel.ForAddress(
        Door, new() { HttpHandler = Handler(certificate), DisposeHttpClient = true });

    private SocketsHttpHandler Handler(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
            shown!.Issuer == _authority!.Subject;
        if (certificate is not null)
            handler.SslOptions.ClientCertificates = [certificate];
        return handler;
    }

    private static X509Certificate2 Root(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static X509Certificate2 Issue(string name, X509Certificate2 authority, ECDsa authorityKey)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(
            [new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
        using var issued = request.Create(authority.SubjectName,
            X509SignatureGenerator.CreateForECDsa(authorityKey), DateTimeOffset.UtcNow.AddHours(-1),
            DateTimeOffset.UtcNow.AddHours(20), RandomNumberGenerator.GetBytes(8));
        // Through PKCS#12, so that the key stays with it.
        return X509CertificateLoader.LoadPkcs12(
            issued.CopyWithPrivateKey(key).Export(X509ContentType.Pkcs12), null);
    }
}
