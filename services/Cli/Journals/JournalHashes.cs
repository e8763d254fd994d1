using System.Text.Json;
using Referral.Verifier;

namespace Referral.Cli.Journals;

/// <summary>The hashes of letters and receipts that each country's journal names.</summary>
internal sealed class JournalHashes
{
    private readonly HashSet<(string Country, string Hash)> _letters = [];
    private readonly HashSet<(string Country, string Hash)> _receipts = [];

    private JournalHashes()
    {
    }

    public bool HasLetter(string country, string hash) => _letters.Contains((country, hash));

    public bool HasReceipt(string country, string hash) => _receipts.Contains((country, hash));

    /// <summary>Reads every journal of a network's folder.</summary>
    public static JournalHashes Of(string folder)
    {
        var hashes = new JournalHashes();
        var journals = JournalsCheck.Open(folder);
        foreach (var journal in journals)
        {
            foreach (var entry in journal.Entries()) hashes.Take(journal.Country, entry.Text);
            journal.Dispose();
        }
        return hashes;
    }

    private void Take(string country, byte[] text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (Named(json, JournalFormat.LetterSha256) is { } letter) _letters.Add((country, letter));
            if (Named(json, JournalFormat.ReceiptSha256) is { } receipt) _receipts.Add((country, receipt));
        }
        catch (JsonException)
        {
            // A broken entry names nothing; that it is broken is the verifier's to say.
        }
    }

    private static string? Named(JsonDocument json, string member) =>
        json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty(member, out var value)
            ? value.GetString()
            : null;
}
