using System.Security.Cryptography;
using System.Text;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// The keys of one gateway, in the folder "keys" of its data folder: sign-* and seal-*, as .pem or .p12, and
/// gateway.key, which wraps the keys content is encrypted with at rest. Folder 0700, files 0600; wider ones
/// are refused.
/// </summary>
public static class GatewayKeys
{
    /// <summary>
    /// Days a new key is used for signing or sealing: 730. It verifies and opens for ever after.
    /// </summary>
    public const int KeyLifeDays = 730;

    private const int GatewayKeyBytes = 32;

    /// <summary>
    /// Reads what is there; makes what is missing or has run out. A key made anew is unknown abroad until the
    /// others have installed a trust list with it; letters wait until then and are not lost.
    /// </summary>
    /// <param name="dataFolder">Of this gateway alone.</param>
    /// <param name="country">ISO 3166 code; keys of another country are refused.</param>
    /// <param name="clock">Says which keys are current.</param>
    /// <param name="trust">
    /// A key it has revoked is none: a new one is made. Null where there is no list yet.
    /// </param>
    /// <exception cref="InvalidDataException">
    /// A key is open to others, damaged, or another country's.
    /// </exception>
    public static GatewayKeySet CreateOrRead(
        string dataFolder, string country, TimeProvider clock, TrustList? trust = null)
    {
        var folder = KeysFolder(dataFolder);
        var now = clock.GetUtcNow();
        var revoked = trust?.Of(country)?.Keys.Where(k => k.Revoked).Select(k => k.Kid).ToHashSet() ?? [];
        var sign = KeysOf(folder, country, MemberKey.Sign, now, revoked);
        var seal = KeysOf(folder, country, MemberKey.Seal, now, revoked);
        var keys = new GatewayKeySet(country, sign, seal, GatewayKey(folder), now);
        if (trust is not null)
            keys.Follow(trust, now);
        return keys;
    }

    /// <summary>Makes the next key of a use, to be current later; the old ones stay.</summary>
    /// <param name="dataFolder">Of this gateway alone.</param>
    /// <param name="country">ISO 3166 code.</param>
    /// <param name="use">"sign" or "seal".</param>
    /// <param name="from">
    /// First moment of use: late enough that all members have installed the list with it.
    /// </param>
    public static void MakeNext(string dataFolder, string country, string use, DateTimeOffset from)
    {
        var first = TrustContent.WholeSecond(from);
        KeyFile.Create(country, use, first, first.AddDays(KeyLifeDays)).Write(KeysFolder(dataFolder));
    }

    /// <summary>Takes up keys that were made since the gateway started; it makes none.</summary>
    internal static void TakeUp(string dataFolder, string country, GatewayKeySet keys)
    {
        var folder = KeysFolder(dataFolder);
        keys.Add(Lying(folder, country, MemberKey.Sign), Lying(folder, country, MemberKey.Seal));
    }

    internal static string KeysFolder(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "keys");
        OwnerOnly.Folder(folder);
        return folder;
    }

    private static List<KeyFile> KeysOf(
        string folder, string country, string use, DateTimeOffset now, HashSet<string> revoked)
    {
        var keys = Lying(folder, country, use);
        if (!keys.Exists(k => k.From <= now && now < k.Until && !revoked.Contains(k.Kid)))
        {
            var from = TrustContent.WholeSecond(now);
            var made = KeyFile.Create(country, use, from, from.AddDays(KeyLifeDays));
            made.Write(folder);
            keys.Add(made);
        }

        return keys;
    }

    private static List<KeyFile> Lying(string folder, string country, string use)
    {
        var keys = Directory.GetFiles(folder, use + "-*.pem").Select(path => KeyFile.Read(path, use))
            .Concat(Directory.GetFiles(folder, use + "-*.p12").Select(path => Pkcs12File.Read(path, use)))
            .ToList();
        return keys.Find(k => k.Country != country) is { } foreign
            ? throw new InvalidDataException(
                $"Key {foreign.Kid} in {folder} is of {foreign.Country}, not {country}.")
            : keys;
    }

    private static byte[] GatewayKey(string folder)
    {
        var path = Path.Combine(folder, "gateway.key");
        if (!File.Exists(path))
        {
            var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(GatewayKeyBytes));
            OwnerOnly.WriteNew(path, Encoding.ASCII.GetBytes(made));
        }

        var text = OwnerOnly.ReadSecret(path).Trim();
        var key = new byte[GatewayKeyBytes];
        return Convert.TryFromBase64String(text, key, out var length) && length == GatewayKeyBytes
            ? key
            : throw new InvalidDataException($"{path} does not hold {GatewayKeyBytes} bytes in base64.");
    }
}
