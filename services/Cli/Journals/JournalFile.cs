using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Referral.Gateway.Border.Trust;
using Referral.Network;
using Referral.Verifier;

namespace Referral.Cli.Journals;

/// <summary>
/// The journal of one gateway as its database holds it, opened for reading alone; a gateway may run on it.
/// One transaction keeps everything read from one moment.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private readonly StoredGateway _stored;
    private readonly TrustList _trust;

    private JournalFile(string country, StoredGateway stored, TrustList trust) =>
        (Country, _stored, _trust) = (country, stored, trust);

    public string Country { get; }

    /// <summary>Opens the journal in a gateway's data folder; null where there is none.</summary>
    public static JournalFile? Open(string dataFolder)
    {
        var trust = Path.Combine(dataFolder, "trust.json");
        if (!File.Exists(trust) || StoredGateway.Open(dataFolder) is not { } stored) return null;
        var country = new DirectoryInfo(dataFolder).Name.ToUpperInvariant();
        return new(country, stored, TrustList.Read(trust));
    }

    /// <summary>What the verifier reads.</summary>
    /// <param name="witnessed">Checkpoints of this country that the others hold.</param>
    public JournalReading Reading(IReadOnlyList<WitnessedCheckpoint> witnessed)
    {
        // The verifier reads entries and checkpoints side by side, PostgreSQL gives one after the other.
        var checkpoints = Checkpoints();
        return new()
        {
            Country = Country,
            Entries = Entries(checkpoints),
            Checkpoints = checkpoints.Select(one => one.Stored),
            KeyOf = KeyOf,
            IsRevoked = kid => Key(kid) is { Revoked: true },
            RecordsHeld = RecordsHeld(),
            Witnessed = witnessed,
        };
    }

    public IEnumerable<StoredEntry> Entries() => Entries(Checkpoints());

    /// <summary>Checkpoints of other countries that this one keeps.</summary>
    public IEnumerable<(string Of, WitnessedCheckpoint Checkpoint)> Holds() => Rows(
        "SELECT country, number, jws FROM witnesses",
        row => (row.GetString(0),
            new WitnessedCheckpoint(Country, row.GetInt64(1), CheckpointFormat.Hash(row.GetString(2)))));

    public void Dispose() => _stored.Dispose();

    private List<(StoredCheckpoint Stored, long LastRow)> Checkpoints() =>
        [.. Rows("SELECT number, jws, last_row FROM checkpoints ORDER BY number",
            row => (new StoredCheckpoint(row.GetInt64(0), row.GetString(1)), row.GetInt64(2)))];

    // An entry belongs to the first checkpoint whose last row is not below its own.
    private IEnumerable<StoredEntry> Entries(List<(StoredCheckpoint Stored, long LastRow)> checkpoints)
    {
        var at = 0;
        return Rows("SELECT row, chain, number, previous, text, hash FROM journal ORDER BY row", row =>
        {
            var place = row.GetInt64(0);
            while (at < checkpoints.Count && checkpoints[at].LastRow < place) at++;
            return new StoredEntry(place, row.GetString(1), row.GetInt64(2),
                row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4), row.GetFieldValue<byte[]>(5),
                at < checkpoints.Count ? checkpoints[at].Stored.Number : null);
        });
    }

    // Receipts stand in clear, so their hash is taken from their own bytes; letters are sealed with a key
    // that a verifier has no business with.
    private HashSet<string> RecordsHeld() =>
    [
        .. Rows("SELECT sha256 FROM letters_out UNION SELECT sha256 FROM letters_in",
            row => row.GetString(0)),
        .. Rows("SELECT jws FROM receipts", row =>
            Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(row.GetString(0))))),
    ];

    private ECDsa? KeyOf(string kid)
    {
        if (Key(kid) is not { } known) return null;
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(known.PublicKey), out _);
        return key;
    }

    private MemberKey? Key(string kid) => _trust.Of(Country)?.Keys
        .FirstOrDefault(key => key.Kid == kid && key.Use == MemberKey.Sign);

    private IEnumerable<T> Rows<T>(string text, Func<DbDataReader, T> map) => _stored.Rows(text, map);
}
