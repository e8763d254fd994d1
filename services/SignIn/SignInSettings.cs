namespace Referral.SignIn;

/// <summary>Where the practice sign-in lives, and whom it knows.</summary>
public sealed record SignInSettings
{
    /// <summary>
    /// The one password of all practice accounts, and the one secret of all practice systems.
    /// </summary>
    public const string Password = "demo-only-not-for-real-cases";

    /// <summary>Client id of programs that sign a person in with a browser (code with PKCE).</summary>
    public const string ProgramClient = "referral";

    /// <summary>Folder of keys and store; made when absent.</summary>
    public required string Folder { get; init; }

    /// <summary>Port on loopback; it is on no other address. 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Every account; each may sign in as a person, and as a system by client credentials.</summary>
    public required IReadOnlyList<DemoAccount> Accounts { get; init; }

    /// <summary>Minutes that a token lives. 1 to 720, default 60.</summary>
    public int TokenMinutes { get; init; } = 60;

    /// <summary>
    /// Hours in which a person's program may get another token without her, counted from the last one it got.
    /// 1 to 24, default 8.
    /// </summary>
    public int SessionHours { get; init; } = 8;
}
