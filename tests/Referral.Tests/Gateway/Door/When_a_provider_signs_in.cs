using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Referral.Gateway.Access;
using Referral.Network;
using Referral.Network.Embedded;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>A ministry's own OpenID Connect provider, really asked for its keys.</summary>
public sealed class When_a_provider_signs_in : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-issuer-").FullName;
    private readonly List<ECDsaSecurityKey> _keys = [Key("first")];
    private WebApplication? _provider;
    private EmbeddedNetwork? _network;
    private string _issuer = "";

    [Fact]
    public async Task its_tokens_open_the_door_and_no_others_do()
    {
        using var desk = new Desk(_network!.Running.Of("TH"));
        await Opens(desk, Token());
        await Opens(desk, Token(expires: -30), "within the skew of two clocks");

        foreach (var (what, token) in new (string, string)[]
            {
                ("expired", Token(expires: -120)), ("for the neighbour", Token(audience: "LA")),
                ("of another issuer", Token(issuer: "https://elsewhere.invalid")),
                ("with the practice issuer's name", Token(issuer: "referral-practice")),
                ("of a stranger's key", Token(key: Key("first"))),
                ("of a key that nobody has", Token(key: Key("nobody's"))),
                ("without signature", Unsigned()), ("of a shared secret", Shared()), ("broken", "a.b.c"),
                ("endless", new string('a', 20_000)),
            })
            await Shuts(desk, token, what, "REF-2001", StatusCode.Unauthenticated);

        await Shuts(desk, Token(post: ""), "without a post", "REF-2003", StatusCode.PermissionDenied);
        await Shuts(desk, Token(role: "PHARAOH"), "with no role of ours", "REF-2002",
            StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task a_key_that_is_new_is_found_and_one_that_was_withdrawn_is_not_taken()
    {
        using var desk = new Desk(_network!.Running.Of("TH"));
        await Opens(desk, Token());
        var (old, young) = (_keys[0], Key("second"));
        lock (_keys)
        {
            _keys.Clear();
            _keys.Add(young);
        }

        await RunningGateways.Until(async () =>
        {
            try
            {
                await desk.Cases.ListTrayAsync(new(), desk.With(Token(key: young)));
                return true;
            }
            catch (RpcException no) when (no.StatusCode == StatusCode.Unauthenticated)
            {
                return false;
            }
        }, "the new key to be found");
        await Shuts(desk, Token(key: old), "of the old key", "REF-2001", StatusCode.Unauthenticated);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _provider = builder.Build();
        _provider.MapGet("/.well-known/openid-configuration", () => Results.Text(
            $$"""{"issuer":"{{_issuer}}","jwks_uri":"{{_issuer}}/keys"}""", "application/json"));
        _provider.MapGet("/keys", () => Results.Text(Keys(), "application/json"));
        await _provider.StartAsync();
        _issuer = _provider.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _network = await EmbeddedNetwork.Start(Path.Combine(_folder, "net"), new NetworkSettings
        {
            Door = country => country != "TH" ? new() : new DoorSettings
            {
                Issuers =
                [
                    new IssuerSettings
                    {
                        Issuer = _issuer, PostClaim = "https://invented/post", RoleClaim = "groups",
                        KeysAgainSeconds = 1,
                    },
                ],
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _network!.DisposeAsync();
        await _provider!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task Opens(Desk desk, string token, string what = "good") =>
        (await desk.Cases.ListTrayAsync(new(), desk.With(token))).ShouldNotBeNull(what);

    private static async Task Shuts(
        Desk desk, string token, string what, string code, StatusCode status)
    {
        var no = await desk.RefusesWith(desk.With(token), (door, o) => door.ListTrayAsync(new(), o));
        (no.Code, no.Status).ShouldBe((code, status), what);
    }

    private string Token(
        string? issuer = null, string audience = "TH", int expires = 600, string post = "TH-HOME",
        string role = "DO", SecurityKey? key = null) => new JsonWebTokenHandler().CreateToken(
        new SecurityTokenDescriptor
        {
            Issuer = issuer ?? _issuer,
            Audience = audience,
            NotBefore = DateTime.UtcNow.AddHours(-1),
            Expires = DateTime.UtcNow.AddSeconds(expires),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "invented.official", ["https://invented/post"] = post, ["groups"] = new[] { role },
            },
            SigningCredentials = new SigningCredentials(key ?? _keys[0], SecurityAlgorithms.EcdsaSha256),
        });

    private string Unsigned()
    {
        var parts = Token().Split('.');
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.";
    }

    private string Shared() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = _issuer,
        Audience = "TH",
        Expires = DateTime.UtcNow.AddHours(1),
        SigningCredentials = new SigningCredentials(
            new SymmetricSecurityKey(_keys[0].ECDsa.ExportSubjectPublicKeyInfo()) { KeyId = "first" },
            SecurityAlgorithms.HmacSha256),
    });

    private string Keys()
    {
        lock (_keys)
            return $$"""{"keys":[{{string.Join(',', _keys.Select(key =>
            {
                var point = key.ECDsa.ExportParameters(false).Q;
                return $$"""
                    {"kty":"EC","crv":"P-256","use":"sig","kid":"{{key.KeyId}}",
                     "x":"{{Base64UrlEncoder.Encode(point.X)}}","y":"{{Base64UrlEncoder.Encode(point.Y)}}"}
                    """;
            }))}}]}""";
    }

    private static ECDsaSecurityKey Key(string name) =>
        new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = name };
}
