using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Referral.Contracts.Language;
using Referral.LanguageHost;
using Referral.Network.Certificates;
using Shouldly;
using Xunit;

namespace Referral.Tests.LanguageHost;

/// <summary>Over TLS, with certificates that two practice authorities made.</summary>
public sealed class When_the_language_host_listens_to_others : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-language-").FullName;
    private readonly PracticeAuthority _ours;
    private readonly PracticeAuthority _theirs;
    private WebApplication? _host;
    private Uri? _address;

    public When_the_language_host_listens_to_others()
    {
        _ours = Authority("ours");
        _theirs = Authority("theirs");
        foreach (var authority in new[] { _ours, _theirs })
        {
            authority.SignBroker(["127.0.0.1"]);
            authority.SignUser("caller");
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_caller_with_a_certificate_of_its_root_is_answered() =>
        (await Ask(Certificate(_ours, "caller"))).Text.ShouldBe("Buawan");

    [Fact]
    public async Task a_certificate_of_another_root_is_not() => await Refused(Certificate(_theirs, "caller"));

    [Fact]
    public async Task the_certificate_of_a_server_is_no_callers() =>
        await Refused(Certificate(_ours, "broker"));

    [Fact]
    public async Task nobody_without_a_certificate_is() => await Refused(null);

    [Fact]
    public async Task nothing_is_answered_in_the_clear()
    {
        using var channel = GrpcChannel.ForAddress("http://" + _address!.Authority);
        await Should.ThrowAsync<RpcException>(() => Romanise(channel));
    }

    [Theory]
    [InlineData("--address", "0.0.0.0")]
    [InlineData("--address", "::")]
    [InlineData("--address", "here")]
    [InlineData("--address", "0.0.0.0", "--certificate", "server.pem", "--key", "server.key")]
    [InlineData("--clients", "root.pem")]
    public void settings_that_would_listen_to_anybody_are_refused(params string[] settings) =>
        Should.Throw<InvalidDataException>(() => LanguageProgram.Build(["--port", "0", .. settings]));

    [Fact]
    public void a_key_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(_ours.KeyOf("broker"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Should.Throw<InvalidDataException>(() => LanguageProgram.Build(Settings()));
    }

    public async ValueTask InitializeAsync()
    {
        _host = LanguageProgram.Build(Settings());
        await _host.StartAsync(Stop);
        _address = new(_host.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        _address.Scheme.ShouldBe("https");
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        _ours.Dispose();
        _theirs.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Settings() =>
    [
        "--port", "0", "--address", "127.0.0.1", "--certificate", _ours.CertificateOf("broker"),
        "--key", _ours.KeyOf("broker"), "--clients", _ours.Root,
    ];

    private PracticeAuthority Authority(string name) => PracticeAuthority.In(
        Path.Combine(_folder, name), DateTimeOffset.UtcNow, TimeSpan.FromDays(1));

    private static X509Certificate2 Certificate(PracticeAuthority authority, string name) =>
        X509Certificate2.CreateFromPemFile(authority.CertificateOf(name), authority.KeyOf(name));

    // A caller hears of it while she connects, or when her call is cut off: both are no answer.
    private async Task Refused(X509Certificate2? certificate) =>
        (await Should.ThrowAsync<RpcException>(() => Ask(certificate))).StatusCode
            .ShouldBeOneOf(StatusCode.Unavailable, StatusCode.Internal);

    private async Task<RomaniseAnswer> Ask(X509Certificate2? certificate)
    {
        using var root = X509CertificateLoader.LoadCertificateFromFile(_ours.Root);
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, server, chain, _) =>
        {
            chain!.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(root);
            return chain.Build((X509Certificate2)server!);
        };
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [certificate];
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }

        using var channel = GrpcChannel.ForAddress(_address!, new() { HttpHandler = handler });
        return await Romanise(channel);
    }

    private static async Task<RomaniseAnswer> Romanise(GrpcChannel channel) =>
        await new LanguageEngine.LanguageEngineClient(channel).RomaniseAsync(
            new() { Text = "บัววัน", Scheme = "rtgs" }, cancellationToken: Stop);
}
