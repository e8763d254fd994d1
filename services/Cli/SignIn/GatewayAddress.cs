using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Referral.Cli.SignIn;

/// <summary>
/// The gateway that a command is for. On this machine it may be spoken to in the clear; everywhere else a
/// token goes over TLS or not at all.
/// </summary>
/// <param name="Address">Of its gRPC door.</param>
internal sealed record GatewayAddress(Uri Address)
{
    public const string Variable = "REFERRAL_GATEWAY";

    public static Told<GatewayAddress> Of(string? named)
    {
        named = string.IsNullOrWhiteSpace(named) ? Environment.GetEnvironmentVariable(Variable) : named;
        if (string.IsNullOrWhiteSpace(named))
            return Refused.Of(Refused.NoGatewayNamed);
        named = named.Trim();
        var whole = named.Contains("://", StringComparison.Ordinal) ? named : $"{SchemeOf(named)}://{named}";
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/"
            || address.UserInfo.Length > 0)
            return Refused.Of(Refused.NoGatewayNamed);
        return IsSafe(address)
            ? new GatewayAddress(address) : Refused.Of(Refused.LineNotSafe, ("value", Shown(address)));
    }

    /// <summary>TLS, or a line that does not leave this machine.</summary>
    public static bool IsSafe(Uri address) => address.Scheme == "https" || IsHere(address);

    /// <summary>Only the address itself: a name may lead elsewhere tomorrow.</summary>
    public static bool IsHere(Uri address) => address.Host == "localhost"
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    public string Name => Shown(Address);

    /// <summary>
    /// A name for files: the address as one reads it, and enough of a hash to be the only one.
    /// </summary>
    public string FileName
    {
        get
        {
            var hash = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(Address.GetLeftPart(UriPartial.Authority))));
            var read = string.Concat(
                Address.Host.Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-'));
            return $"{read}-{Address.Port}-{hash[..8]}";
        }
    }

    private static string Shown(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static string SchemeOf(string named) =>
        Uri.TryCreate($"http://{named}", UriKind.Absolute, out var tried) && IsHere(tried)
            ? "http" : "https";
}
