using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Referral.Gateway.Door;

namespace Referral.Gateway.Access;

/// <summary>
/// Page and resume tokens: where a caller's reading goes on. Opaque and sealed (AES-256-GCM with a key of the
/// gateway's, the same in every replica and after a restart), bound to the account, its post and what is
/// read: another's token, a forged one and one for something else do not open.
/// </summary>
internal sealed class CallerTokens(GatewayIdentity identity)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Characters a token may have; none of ours comes near.</summary>
    private const int CharactersMax = 512;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, identity.Keys.GatewayKey, 32, info: "referral caller tokens"u8.ToArray());

    public string Seal(Caller caller, string what, string place)
    {
        var clear = Encoding.UTF8.GetBytes(place);
        var box = new byte[NonceBytes + TagBytes + clear.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), clear, box.AsSpan(NonceBytes + TagBytes),
            box.AsSpan(NonceBytes, TagBytes), Bound(caller, what));
        return Base64Url.EncodeToString(box);
    }

    /// <summary>
    /// The place in a token; empty for an empty one. Refuses: REF-2009, naming the field it stood in.
    /// </summary>
    public Decision<string> Open(Caller caller, string what, string field, string token)
    {
        if (token.Length == 0)
        {
            return "";
        }

        var refusal = Refusal.Of(
            CaseFile.WriteSection.NotValid, ("field", field), ("rule", "as given to this caller"));
        if (token.Length > CharactersMax || !Base64Url.IsValid(token))
        {
            return refusal;
        }

        var box = Base64Url.DecodeFromChars(token);
        if (box.Length < NonceBytes + TagBytes)
        {
            return refusal;
        }

        var clear = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        try
        {
            aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes),
                box.AsSpan(NonceBytes, TagBytes), clear, Bound(caller, what));
        }
        catch (AuthenticationTagMismatchException)
        {
            return refusal;
        }

        return Encoding.UTF8.GetString(clear);
    }

    private static byte[] Bound(Caller caller, string what) =>
        Encoding.UTF8.GetBytes($"{what}\n{caller.Account}\n{caller.Post}");
}
