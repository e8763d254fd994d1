using Referral.Network.Rabbit;

namespace Referral.Network.Certificates;

/// <summary>
/// The certificates of a practice network: its broker's, and one for each user of a letterbox.
/// </summary>
public static class CertificateFiles
{
    /// <summary>Makes those that are missing; what is there stays as it is.</summary>
    /// <param name="folder">Made when absent, for its owner alone.</param>
    /// <param name="names">Names and addresses by which gateways call the broker; at least one.</param>
    /// <param name="life">How long what is signed now is valid.</param>
    /// <param name="countries">Whose letterboxes; null for the members of the network.</param>
    public static void Make(string folder, IReadOnlyList<string> names, TimeSpan life,
        IReadOnlyList<string>? countries = null)
    {
        using var authority = PracticeAuthority.In(folder, TimeProvider.System.GetUtcNow(), life);
        authority.SignBroker(names);
        var plan = RabbitTopology.Plan(countries ?? Members.Codes, "amqps://broker", passwords: false);
        foreach (var user in plan.Letterboxes.SelectMany(box => box.Senders.Append(box.Owner)))
            authority.SignUser(user.User);
    }

    /// <summary>The same letterboxes, whose users sign in by the certificates of a folder.</summary>
    /// <param name="folder">The folder as the gateways see it.</param>
    internal static LetterboxBook Named(LetterboxBook book, string folder)
    {
        LetterboxUser Signed(LetterboxUser user) => user with
        {
            Password = null,
            Certificate = Path.Combine(folder, $"{user.User}.pem"),
            Key = Path.Combine(folder, $"{user.User}.key"),
        };
        return new([.. book.Letterboxes.Select(box => box with
        {
            Root = Path.Combine(folder, PracticeAuthority.RootFile),
            Owner = Signed(box.Owner),
            Senders = [.. box.Senders.Select(Signed)],
        })]);
    }
}
