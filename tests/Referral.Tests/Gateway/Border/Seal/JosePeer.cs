using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Referral.Gateway.Border.Seal;
using Referral.Tests.Contracts;
using Xunit;

namespace Referral.Tests.Gateway.Border.Seal;

/// <summary>npm `jose` in a Node process of its own; see tests/jose.</summary>
public sealed class JosePeer : IDisposable
{
    private static readonly string Folder = Path.Combine(RepositoryFile.Root, "tests", "jose");

    private readonly Lazy<Process> _node = new(Start);
    private readonly Lock _turn = new();

    /// <summary>One command, one answer.</summary>
    internal JsonObject Ask(string does, JsonObject values)
    {
        SkipWithout();
        lock (_turn)
        {
            values["does"] = does;
            _node.Value.StandardInput.WriteLine(values.ToJsonString());
            _node.Value.StandardInput.Flush();
            var answer = _node.Value.StandardOutput.ReadLine()
                ?? throw new InvalidOperationException(_node.Value.StandardError.ReadToEnd());
            return JsonNode.Parse(answer)!.AsObject();
        }
    }

    internal string Token(string does, JsonObject values) => Ask(does, values) is var answer
        && answer["token"] is { } token
            ? token.GetValue<string>() : throw new InvalidOperationException(answer.ToJsonString());

    internal static JsonObject Jwk(ECParameters key, bool secret)
    {
        var jwk = new JsonObject
        {
            ["kty"] = "EC", ["crv"] = "P-256",
            ["x"] = StrictBase64Url.Encode(key.Q.X), ["y"] = StrictBase64Url.Encode(key.Q.Y),
        };
        if (secret)
            jwk["d"] = StrictBase64Url.Encode(key.D);
        return jwk;
    }

    internal static ECParameters Parameters(JsonNode jwk) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = Part(jwk, "x"), Y = Part(jwk, "y") },
        D = jwk["d"] is null ? null : Part(jwk, "d"),
    };

    internal static string Encoded(string text) => StrictBase64Url.Encode(Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        if (!_node.IsValueCreated)
            return;
        // It ends by itself when its input does.
        _node.Value.StandardInput.Close();
        _node.Value.WaitForExit(TimeSpan.FromSeconds(10));
        _node.Value.Dispose();
    }

    private static byte[] Part(JsonNode jwk, string name) =>
        StrictBase64Url.Decode(jwk[name]!.GetValue<string>());

    private static void SkipWithout()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "jose")))
            Assert.Skip("npm jose is not installed: tests/jose/install installs it where Node is.");
    }

    private static Process Start() => Process.Start(new ProcessStartInfo("node", "peer.mjs")
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;
}
