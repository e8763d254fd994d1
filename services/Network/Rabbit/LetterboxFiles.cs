using System.Text;
using System.Text.Json;
using Referral.Gateway;
using Referral.Network.Certificates;
using Referral.Network.Processes;

namespace Referral.Network.Rabbit;

/// <summary>
/// The files from which a broker and four gateways are set up without the management interface:
/// `definitions.json` for the broker, `letterboxes.json` with every password, and for each country a
/// `rabbit-COUNTRY.json` that stands in its gateway's settings under `rabbit`. All are their owner's alone.
/// </summary>
public static class LetterboxFiles
{
    public const string Definitions = "definitions.json";
    public const string Book = "letterboxes.json";

    /// <summary>
    /// Writes them into a folder. A `letterboxes.json` that stands there already keeps its users, passwords
    /// and addresses; the others are made anew from it. Refuses: REF-3107.
    /// </summary>
    /// <param name="folder">Made when absent, for its owner alone.</param>
    /// <param name="broker">As the gateways reach it: amqp://host:port or amqps://host:port.</param>
    /// <param name="certificates">With amqps: the folder of `referral certificates` as the gateways see it;
    /// their users then sign in by certificate and have no password.</param>
    public static void Write(string folder, string broker, string? certificates = null)
    {
        OwnerOnlyFile.Folder(folder);
        var kept = Path.Combine(folder, Book);
        try
        {
            if (!File.Exists(kept))
                Plan(broker, certificates).Write(kept);
            WriteFrom(LetterboxBook.Read(kept), folder);
        }
        catch (RabbitFault fault)
        {
            throw new NetworkFault(fault.Message, fault);
        }
    }

    private static LetterboxBook Plan(string broker, string? certificates)
    {
        var plan = RabbitTopology.Plan(Members.Codes, broker, passwords: certificates is null);
        return certificates is null ? plan : CertificateFiles.Named(plan, certificates);
    }

    private static void WriteFrom(LetterboxBook book, string folder)
    {
        WriteOwn(folder, Definitions, Encoding.UTF8.GetBytes(DefinitionsFile.Write(book)));
        foreach (var country in Members.Codes)
        {
            WriteOwn(folder, $"rabbit-{country}.json",
                JsonSerializer.SerializeToUtf8Bytes(book.For(country), SettingsJson.Options));
        }
    }

    private static void WriteOwn(string folder, string name, ReadOnlySpan<byte> content) =>
        OwnerOnlyFile.Write(Path.Combine(folder, name), content);
}
