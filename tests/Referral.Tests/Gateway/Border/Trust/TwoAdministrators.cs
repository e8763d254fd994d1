using Referral.Gateway;
using Referral.Gateway.Border.Trust;

namespace Referral.Tests.Gateway.Border.Trust;

/// <summary>Two invented administrators, and a stranger who would like to be one.</summary>
internal sealed class TwoAdministrators : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal TwoAdministrators()
    {
        First = AdministratorKey.Create(_folder.File("first.pem"));
        Second = AdministratorKey.Create(_folder.File("second.pem"));
        Stranger = AdministratorKey.Create(_folder.File("stranger.pem"));
    }

    internal static DateTimeOffset Now => ThreeCountries.Now;

    internal AdministratorKey First { get; }

    internal AdministratorKey Second { get; }

    internal AdministratorKey Stranger { get; }

    internal TrustContent Content(params Member[] members) => TrustContent.First(
        [First.Public, Second.Public],
        members.Length > 0 ? members : ThreeCountries.Shared.Trust.Members, Now);

    /// <summary>Signed by both.</summary>
    internal SignedTrust Found() => SignedTrust.Found(Content(), First, Second).Outcome;

    internal SignedTrust Next(SignedTrust held, Func<TrustContent, Decision<TrustContent>>? change = null) =>
        held.Next((change?.Invoke(held.Latest) ?? held.Latest).Outcome, Now.AddDays(1), First, Second)
            .Outcome;

    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
        Stranger.Dispose();
        _folder.Dispose();
    }
}
