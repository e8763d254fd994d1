using Google.Protobuf;
using Referral.Contracts.Letters;

namespace Referral.Gateway.Border.Seal;

/// <summary>
/// A compact JWS on its way in a pouch: its parts as bytes, put together again to the same characters. What
/// has not three parts of strict base64url is none that a gateway signed, and goes as it stands.
/// Source: RFC 7515 section 3.1, RFC 4648 section 5.
/// </summary>
internal static class SignedTokens
{
    internal static SignedToken Pack(string jws)
    {
        var parts = jws.Split('.');
        if (parts.Length != 3 || !parts.All(part => StrictBase64Url.IsValid(part)))
            return new SignedToken { Text = jws };
        return new SignedToken
        {
            Header = Bytes(parts[0]), Payload = Bytes(parts[1]), Signature = Bytes(parts[2]),
        };
    }

    internal static string Unpack(SignedToken token) => token.Text.Length > 0
        ? token.Text
        : $"{Text(token.Header)}.{Text(token.Payload)}.{Text(token.Signature)}";

    private static ByteString Bytes(string part) =>
        UnsafeByteOperations.UnsafeWrap(StrictBase64Url.Decode(part));

    private static string Text(ByteString part) => StrictBase64Url.Encode(part.Span);
}
