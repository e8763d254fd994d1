using System.Text.Json;
using System.Text.Json.Serialization;
using Referral.Contracts;

namespace Referral.Walls.Program;

/// <summary>What this program says on standard output, one JSON object a line.</summary>
/// <param name="Doors">The gateways answer: country and address of its gRPC door.</param>
/// <param name="Pouch">A pouch was given to the carrier and is held.</param>
public sealed record Said(IReadOnlyDictionary<string, string>? Doors = null, SealedPouch? Pouch = null);

/// <summary>What it is asked on standard input. The end of input ends it.</summary>
/// <param name="Put">A pouch to put into a letterbox.</param>
/// <param name="Into">Whose letterbox, whatever stands on the pouch.</param>
/// <param name="User">The country whose user puts it there, or whose confirms are meant.</param>
/// <param name="Confirms">
/// False: no held pouch of that country is confirmed from now on; true: all are.
/// </param>
public sealed record Asked(
    SealedPouch? Put = null, string? Into = null, string? User = null, bool? Confirms = null);

/// <summary>One line each way.</summary>
public static class Line
{
    private static readonly JsonSerializerOptions Form =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write<T>(T one) => JsonSerializer.Serialize(one, Form);

    public static T Read<T>(string line) =>
        JsonSerializer.Deserialize<T>(line, Form) ?? throw new InvalidDataException("An empty line.");
}
