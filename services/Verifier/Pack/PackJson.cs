using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Referral.Verifier.Pack;

/// <summary>
/// How the JSON parts are read and written: no member twice, none unknown, none missing, except in the
/// trust list, which holds more than a verifier needs.
/// </summary>
internal static class PackJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions TrustForm = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Write<T>(T part) => JsonSerializer.SerializeToUtf8Bytes(part, Form);

    /// <summary>Null where it is not in that form.</summary>
    public static T? Read<T>(byte[]? bytes)
        where T : class => Read<T>(bytes, Form);

    /// <summary>The same for a trust list.</summary>
    public static T? ReadTrust<T>(byte[]? bytes)
        where T : class => Read<T>(bytes, TrustForm);

    private static T? Read<T>(byte[]? bytes, JsonSerializerOptions form)
        where T : class
    {
        if (bytes is null) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, form);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
