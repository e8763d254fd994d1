using System.Text.Json;
using System.Text.Json.Serialization;

namespace Referral.Gateway.Border.Trust;

/// <summary>The trust list on disk: JSON, one object of version and members.</summary>
internal static class TrustFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    internal static TrustList Read(string path)
    {
        OwnerOnly.RefuseWritableByOthers(path);
        try
        {
            using var file = File.OpenRead(path);
            var content = JsonSerializer.Deserialize<Content>(file, Form)
                ?? throw new InvalidDataException($"{path} is empty.");
            return new TrustList(content.Version, content.Members);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is not a trust list: {e.Message}", e);
        }
    }

    internal static void Write(string path, TrustList list)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new Content(list.Version, list.Members), Form);
        var next = $"{path}.{Guid.CreateVersion7():N}.next";
        OwnerOnly.WriteNew(next, bytes);
        File.Move(next, path, overwrite: true);
    }

    private sealed record Content(int Version, IReadOnlyList<Member> Members);
}
