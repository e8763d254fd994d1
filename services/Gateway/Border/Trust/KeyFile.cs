using System.Globalization;
using System.Security.Cryptography;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// A private key on disk: PKCS#8 PEM, with its country and validity written above it as RFC 7468 section 5.2
/// allows, so that a key file copied alone still says whose it is and how long it holds.
/// </summary>
internal sealed record KeyFile(
    string Country, string Use, DateTimeOffset From, DateTimeOffset Until, ECParameters Key)
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    internal string Kid => KeyThumbprint.Of(Key);

    internal MemberKey Public
    {
        get
        {
            using var key = ECDsa.Create(Key);
            return new(
                Kid, Use, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), From, Until, false);
        }
    }

    internal static KeyFile Create(string country, string use, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(country, use, from, until, key.ExportParameters(includePrivateParameters: true));
    }

    internal void Write(string folder)
    {
        using var key = ECDsa.Create(Key);
        var text = $"Country: {Country}\nFrom: {Written(From)}\nUntil: {Written(Until)}\n"
            + key.ExportPkcs8PrivateKeyPem() + "\n";
        OwnerOnly.WriteNew(Path.Combine(folder, $"{Use}-{Kid}.pem"),
            System.Text.Encoding.ASCII.GetBytes(text));
    }

    internal static KeyFile Read(string path, string use)
    {
        var text = OwnerOnly.ReadSecret(path);
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(text);
            var file = new KeyFile(Said(text, "Country"), use, Moment(text, "From"), Moment(text, "Until"),
                key.ExportParameters(includePrivateParameters: true));
            return Path.GetFileName(path) == $"{use}-{file.Kid}.pem"
                ? file
                : throw new InvalidDataException($"{path} is not named after the key in it, {file.Kid}.");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FormatException)
        {
            throw new InvalidDataException($"{path} is not a key file: {e.Message}", e);
        }
    }

    private static string Written(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text, string name) =>
        DateTimeOffset.ParseExact(Said(text, name), Pattern, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal);

    private static string Said(string text, string name) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.Ordinal))
            ?[(name.Length + 2)..].Trim()
        ?? throw new FormatException($"no line \"{name}:\"");
}
