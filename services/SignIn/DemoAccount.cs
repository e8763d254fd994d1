namespace Referral.SignIn;

/// <summary>
/// An account of the practice sign-in. Its name begins with "demo." and everybody knows its password: it is
/// for invented cases alone.
/// </summary>
/// <param name="Country">ISO 3166 code: whose gateway it is for, the audience of its tokens.</param>
/// <param name="Post">Id of its post.</param>
/// <param name="Role">Role code.</param>
/// <param name="Seat">Which of the accounts of that role at that post, from 1.</param>
public sealed record DemoAccount(string Country, string Post, string Role, int Seat)
{
    /// <summary>Such as demo.th-home.ds.1: subject of its tokens, and client id of a system.</summary>
    public string Name => $"demo.{Post}.{Role}.{Seat}".ToLowerInvariant();
}
