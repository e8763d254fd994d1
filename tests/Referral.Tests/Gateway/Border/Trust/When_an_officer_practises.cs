using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Referral.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Trust;

public sealed class When_an_officer_practises : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Token(TimeSpan life) =>
        PracticeTokens.Issue(_folder.Path, "XA", "invented.officer", "XA-DESK", ["desk", "second"], life);

    private Task<TokenValidationResult> Check(string token, SecurityKey key, string audience = "XA") =>
        new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token,
            new TokenValidationParameters
        {
            ValidIssuer = PracticeTokens.Issuer, ValidAudience = audience, IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        });

    [Fact]
    public async Task the_gateway_of_the_same_folder_takes_the_token()
    {
        var token = Token(TimeSpan.FromHours(1));
        var result = await Check(token, PracticeTokens.ReadPublicKey(_folder.Path));
        result.IsValid.ShouldBeTrue();
        result.ClaimsIdentity.FindFirst("sub")!.Value.ShouldBe("invented.officer");
        result.ClaimsIdentity.FindFirst("post")!.Value.ShouldBe("XA-DESK");
        result.ClaimsIdentity.FindAll("role").Select(c => c.Value).ShouldBe(["desk", "second"]);
    }

    [Fact]
    public async Task another_countrys_does_not()
    {
        using var other = new TemporaryFolder();
        var token = Token(TimeSpan.FromHours(1));
        (await Check(token, PracticeTokens.ReadPublicKey(other.Path))).IsValid.ShouldBeFalse();
        (await Check(token, PracticeTokens.ReadPublicKey(_folder.Path), "XB")).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void a_second_token_comes_from_the_same_key()
    {
        Token(TimeSpan.FromHours(1));
        var key = PracticeTokens.ReadPublicKey(_folder.Path);
        Token(TimeSpan.FromHours(1));
        PracticeTokens.ReadPublicKey(_folder.Path).KeyId.ShouldBe(key.KeyId);
        Directory.GetFiles(_folder.File("keys")).Length.ShouldBe(1);
    }

    [Fact]
    public void a_token_for_ever_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Token(TimeSpan.FromDays(30)));

    public void Dispose() => _folder.Dispose();
}
