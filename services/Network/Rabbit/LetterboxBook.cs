using System.Text.Json;
using Referral.Gateway.Border.Carriers;
using Referral.Network.Processes;

namespace Referral.Network.Rabbit;

/// A user of a letterbox, who signs in by password or by certificate (PEM with its key beside it, or .p12).
/// Both are null where this book's reader has no business with them.
internal sealed record LetterboxUser(
    string Country, string User, string? Password = null, string? Certificate = null, string? Key = null);

/// One country's letterbox. Address has no user in it: amqp://host:port/vhost, or amqps://. Owner reads; each
/// sender may write to the exchange that bears the queue's name, and nothing else. Root is the file of the
/// authorities that may vouch for an amqps:// broker; ServerName the name it must bear, where that is not its
/// host's.
internal sealed record LetterboxEntry(
    string Country, string Address, string Queue, LetterboxUser Owner, IReadOnlyList<LetterboxUser> Senders,
    string? Root = null, string? ServerName = null);

/// The letterboxes of a network, ready for use: the form of the file that REFERRAL_RABBITMQ may name, and
/// what DeclaredTopology returns. It holds passwords: the file must be its owner's alone. Refuses: REF-3107.
internal sealed record LetterboxBook(IReadOnlyList<LetterboxEntry> Letterboxes)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static LetterboxBook Read(string file)
    {
        try
        {
            var book = JsonSerializer.Deserialize<LetterboxBook>(File.ReadAllText(file), Form);
            return book is { Letterboxes: not null }
                ? book : throw new JsonException("It names no letterboxes.");
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            // The parser's words may quote the file, and with it a password: only place and kind are told.
            var line = fault is JsonException { LineNumber: { } at } ? $" (line {at + 1})" : "";
            throw new RabbitFault("REF-3107", $"The file of letterboxes {file} cannot be read{line}: "
                + $"{fault.GetType().Name}. services/Network/Rabbit/README.md shows its form.");
        }
    }

    /// Writes the book, readable by this user alone.
    public void Write(string file) =>
        OwnerOnlyFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(this, Form));

    /// What the gateway of one country needs: its own letterbox as owner, the others as that country's
    /// sender.
    public RabbitMqAddresses For(string country)
    {
        var own = Letterboxes.FirstOrDefault(box => box.Country == country)
            ?? throw Unusable($"no letterbox for {country}");
        return new RabbitMqAddresses(
            Open(own, own.Owner),
            [.. Letterboxes.Where(box => box != own).Select(box => Open(box, SenderAt(box, country)))],
            own.Senders.ToDictionary(sender => sender.User, sender => sender.Country));
    }

    private static LetterboxUser SenderAt(LetterboxEntry box, string country) =>
        box.Senders.FirstOrDefault(sender => sender.Country == country)
            ?? throw Unusable($"no user of {country} at the letterbox of {box.Country}");

    private static Letterbox Open(LetterboxEntry box, LetterboxUser user)
    {
        if (user.Password is null && user.Certificate is null)
            throw Unusable($"no password for user {user.User} at the letterbox of {box.Country}");
        if (!Uri.TryCreate(box.Address, UriKind.Absolute, out var address) || address.UserInfo.Length > 0
            || address.Scheme is not ("amqp" or "amqps"))
            throw Unusable($"the address of {box.Country} is not of the form amqp://host:port/vhost");
        if (address.Scheme == "amqps" != box.Root is not null)
            throw Unusable($"{box.Country} needs a root with amqps://, and only then");
        var name = Uri.EscapeDataString(user.User);
        var signIn = user.Password is null ? name : $"{name}:{Uri.EscapeDataString(user.Password)}";
        return new Letterbox(
            box.Country, $"{address.Scheme}://{signIn}@{address.Authority}{address.AbsolutePath}", box.Queue,
            box.Root is null ? null : new(box.Root, user.Certificate, user.Key, box.ServerName));
    }

    private static RabbitFault Unusable(string what) =>
        new("REF-3107",
            $"The letterboxes cannot be used: {what}. services/Network/Rabbit/README.md shows the form.");
}
