using System.Buffers.Text;
using System.Text;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Referral.Gateway.Border.Trust;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>
/// Each gets our number with its details, as a gRPC client reads them, and not a bare HTTP status.
/// </summary>
[Collection(AtTheDesk.Name)]
public class When_a_token_does_not_hold(RunningGateways gateways)
{
    private static readonly string[] Roles = ["CM"];

    [Fact]
    public Task none_at_all() => Refused(null);

    [Fact]
    public Task no_token_but_some_text() => Refused("not-a-token");

    [Fact]
    public Task expired() => Refused(PracticeTokens.Issue(
        gateways.DataFolder("TH"), "TH", "invented", "TH-WELFARE", Roles, TimeSpan.FromMinutes(
            5), new YesterdaysClock()));

    [Fact]
    public Task of_the_neighbours_gateway() => Refused(PracticeTokens.Issue(
        gateways.DataFolder("LA"), "LA", "invented", "LA-WELFARE", Roles, TimeSpan.FromHours(1)));

    [Fact]
    public Task signed_by_the_neighbour_in_our_name() => Refused(PracticeTokens.Issue(
        gateways.DataFolder("LA"), "TH", "invented", "TH-WELFARE", Roles, TimeSpan.FromHours(1)));

    [Fact]
    public Task of_our_own_key_but_for_the_neighbour() => Refused(PracticeTokens.Issue(
        gateways.DataFolder("TH"), "LA", "invented", "TH-WELFARE", Roles, TimeSpan.FromHours(1)));

    [Fact]
    public Task with_another_post_written_over_the_signed_one()
    {
        var parts = Good().Split('.');
        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]))
            .Replace("TH-WELFARE", "TH-SHELTER");
        claims.ShouldContain("TH-SHELTER");
        return Refused($"{parts[0]}.{Encode(claims)}.{parts[2]}");
    }

    [Fact]
    public Task without_an_algorithm() =>
        Refused($"{Encode("""{"alg":"none","typ":"JWT"}""")}.{Good().Split('.')[1]}.");

    [Fact]
    public Task signed_with_the_public_key_as_if_it_were_a_shared_secret()
    {
        using var key = (ECDsaSecurityKey)PracticeTokens.ReadPublicKey(gateways.DataFolder("TH")) is var ec
            ? ec.ECDsa : null!;
        var secret = new SymmetricSecurityKey(key.ExportSubjectPublicKeyInfo());
        return Refused(new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = PracticeTokens.Issuer, Audience = "TH", Expires = DateTime.UtcNow.AddHours(1),
            Claims = new Dictionary<string, object> { ["sub"] = "invented", ["post"] = "TH-WELFARE",
                ["role"] = Roles },
            SigningCredentials = new SigningCredentials(secret, SecurityAlgorithms.HmacSha256),
        }));
    }

    [Fact]
    public async Task a_good_one_is_taken() =>
        (await gateways.Desk("TH").Cases.ListTrayAsync(new(), gateways.Desk("TH").With(Good())))
            .ShouldNotBeNull();

    private string Good() => PracticeTokens.Issue(
        gateways.DataFolder("TH"), "TH", "invented", "TH-WELFARE", Roles, TimeSpan.FromHours(1));

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private async Task Refused(string? token)
    {
        var desk = gateways.Desk("TH");

        var no = await desk.RefusesWith(desk.With(token), (door, o) => door.ListTrayAsync(new(), o));

        no.Code.ShouldBe("REF-2001");
        no.Status.ShouldBe(StatusCode.Unauthenticated);
    }

    private sealed class YesterdaysClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow.AddDays(-1);
    }
}
