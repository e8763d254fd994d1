using System.Text.Json;
using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>What a member publishes of itself: public keys, posts and schema versions, as JSON.</summary>
internal static class MemberFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="InvalidDataException">Not what a member publishes.</exception>
    public static Member Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Member>(File.ReadAllBytes(path), Form)
                ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is not what a member publishes: {e.Message}", e);
        }
    }

    public static void Write(string path, Member member) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(member, Form));
}
