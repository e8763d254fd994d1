using System.Text.Json;
using System.Text.RegularExpressions;

namespace Referral.Cli.SignIn;

/// <summary>A sign-in to one gateway, as it is kept between two commands.</summary>
internal sealed record Session
{
    /// <summary>Of the gateway it is for; a token goes nowhere else.</summary>
    public required string Gateway { get; init; }

    /// <summary>Provider that gave it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Client id that asked.</summary>
    public required string Client { get; init; }

    public required string AccessToken { get; init; }

    /// <summary>First moment at which the token is no longer good, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Gets another token without the person; null for none.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>A system's: where its secret lies, so that it can ask again; null where it came by a line.
    /// </summary>
    public string? SecretFile { get; init; }

    /// <summary>Believed root of the provider, where it is not one of the system's.</summary>
    public string? Authority { get; init; }
}

/// <summary>
/// Where sign-ins are kept: a file for each gateway and name, which nobody but its owner may read.
/// ~/.config/referral/sign-ins on Linux, or below what XDG_CONFIG_HOME says.
/// </summary>
internal sealed partial class SessionFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;

    /// <param name="gateway">Whose.</param>
    /// <param name="name">As who: null for the one sign-in that most people have.</param>
    public SessionFile(GatewayAddress gateway, string? name) => _path =
        Path.Combine(Folder, gateway.FileName + (name is null ? "" : $".{name}"));

    public static string Folder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData,
            Environment.SpecialFolderOption.DoNotVerify),
        "referral", "sign-ins");

    /// <summary>A name is a file's: letters, digits, dots and dashes.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>Null where there is none. Refuses: REF-3208 a file that others may read.</summary>
    public Told<Session>? Read()
    {
        if (!File.Exists(Whole)) return null;
        if (IsOpen(Whole)) return Refused.Of(Refused.FileNotUsable, ("value", Whole));
        try
        {
            return JsonSerializer.Deserialize<Session>(File.ReadAllBytes(Whole)) is { } held
                ? held : Refused.Of(Refused.FileNotUsable, ("value", Whole));
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return Refused.Of(Refused.FileNotUsable, ("value", Whole));
        }
    }

    public void Write(Session session) => OwnFile.Write(Whole, JsonSerializer.SerializeToUtf8Bytes(session));

    /// <summary>True where there was one.</summary>
    public bool Forget()
    {
        var was = File.Exists(Whole);
        foreach (var file in new[] { Whole, Resume })
            if (File.Exists(file)) File.Delete(file);
        return was;
    }

    /// <summary>Where a watch left off; null where there was none.</summary>
    public string? LeftOff() => File.Exists(Resume) ? File.ReadAllText(Resume) : null;

    public void LeaveOff(string token) =>
        OwnFile.Write(Resume, System.Text.Encoding.UTF8.GetBytes(token));

    /// <summary>Somebody else on this machine may read it.</summary>
    public static bool IsOpen(string file) => !OperatingSystem.IsWindows()
        && (File.GetUnixFileMode(file) & ~OwnerOnly & ~UnixFileMode.UserExecute) != 0;

    private string Whole => $"{_path}.json";

    private string Resume => $"{_path}.watch";

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.\-]{0,63}$")]
    private static partial Regex Name();
}
