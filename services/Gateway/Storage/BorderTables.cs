using Microsoft.EntityFrameworkCore;

namespace Referral.Gateway.Storage;

/// <summary>
/// A letter of ours. This table is the one outbox: a row stays due until a receipt settles it.
/// </summary>
internal sealed class LetterOutRow
{
    public long Row { get; set; }
    public required string LetterId { get; set; }
    public Guid CaseId { get; set; }
    public required string Referral { get; set; }
    public long Number { get; set; }
    public required string ToCountry { get; set; }
    public required string Kind { get; set; }
    public required string Sha256 { get; set; }

    /// <summary>The compact JWS, signed once. The same bytes are sent again.</summary>
    public required byte[] SealedJws { get; set; }
    public DateTimeOffset WrittenAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>ETSI REM state, 1 to 7.</summary>
    public int State { get; set; }

    /// <summary>When it is sent (again); null when settled or withdrawn.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When a publish was first attempted. After that no withdrawal and no void.</summary>
    public DateTimeOffset? LeftAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public string? ReceiptId { get; set; }

    /// <summary>REF number where the receiver refused it.</summary>
    public string? Code { get; set; }

    /// <summary>Alerts given because it is not answered: 0, 1 after the first, 2 after both.</summary>
    public int Alerts { get; set; }

    /// <summary>
    /// An officer sends it once more although resending is paused; until a carrier took it.
    /// </summary>
    public bool AskedAgain { get; set; }

    /// <summary>W3C trace context of the span that wrote it; null while none is recorded.</summary>
    public string? Traceparent { get; set; }
}

/// <summary>
/// A letter that arrived. Identity: sender whose signature held, letter id, SHA-256 of the JWS.
/// </summary>
internal sealed class LetterInRow
{
    public long Row { get; set; }
    public required string Sender { get; set; }
    public required string LetterId { get; set; }
    public required string Sha256 { get; set; }
    public Guid? CaseId { get; set; }
    public required string Referral { get; set; }
    public long Number { get; set; }
    public required string Kind { get; set; }

    /// <summary>Outcome: 3 waiting for a gap, 5 rejected, 6 delivered, 7 not delivered.</summary>
    public int State { get; set; }
    public string? Code { get; set; }

    /// <summary>Stored receipt that answers it; sent again when the letter is.</summary>
    public required string ReceiptId { get; set; }

    /// <summary>The JWS as it came; null for a refused letter, of which only the hash is kept.</summary>
    public byte[]? SealedJws { get; set; }
    public DateTimeOffset ArrivedAt { get; set; }
}

/// <summary>
/// A signed receipt, sent or received. It holds ids, hashes, states and codes only, so it stands clear.
/// </summary>
internal sealed class ReceiptRow
{
    public required string ReceiptId { get; set; }

    /// <summary>sent or received.</summary>
    public required string Direction { get; set; }
    public required string Country { get; set; }
    public required string Sha256 { get; set; }
    public required string Jws { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A receipt that goes with the next pouch to a country. Gone once a carrier took it: a repeat
/// brings it back.</summary>
internal sealed class OwedReceiptRow
{
    public required string Country { get; set; }
    public required string ReceiptId { get; set; }
    public DateTimeOffset Since { get; set; }
}

/// <summary>How the line to a neighbour stands. Made when something first happens on it.</summary>
internal sealed class NeighbourRow
{
    public required string Country { get; set; }

    /// <summary>Since when letters are not sent again; null while they are.</summary>
    public DateTimeOffset? PausedSince { get; set; }

    /// <summary>Last pouch that a carrier took from us.</summary>
    public DateTimeOffset? LastPouchOut { get; set; }

    /// <summary>Last pouch of theirs that was taken in.</summary>
    public DateTimeOffset? LastPouchIn { get; set; }

    /// <summary>Replica that has a pouch under way to them; null while none has. See LineLease.</summary>
    public string? LeaseHolder { get; set; }

    /// <summary>Until when its word counts; null while no replica has one.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}

/// <summary>A message that the broker gave up delivering to us, kept as it came.</summary>
internal sealed class UndeliverableRow
{
    public required string BodySha256 { get; set; }

    /// <summary>Null beyond the number that is kept, and once it was taken at last.</summary>
    public byte[]? Body { get; set; }

    /// <summary>Country whose user the broker verified; null for nobody.</summary>
    public string? Sender { get; set; }

    /// <summary>The broker's word: rejected, delivery_limit or unknown.</summary>
    public required string Reason { get; set; }
    public DateTimeOffset CameAt { get; set; }

    /// <summary>When an operator had it tried again; set before the attempt.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>When it was taken at last; null while it lies here.</summary>
    public DateTimeOffset? TakenAt { get; set; }
}

internal static class BorderTables
{
    // The outbox walks what no receipt has settled, in its order, and sees there when each is due: those that
    // are settled, which are nearly all, are not in it.
    private const string Unsettled = "due_at IS NOT NULL";

    public static void Map(ModelBuilder model)
    {
        model.Entity<LetterOutRow>(table =>
        {
            table.ToTable("letters_out").HasKey(r => r.Row);
            table.HasIndex(r => r.LetterId).IsUnique();
            table.HasIndex(r => new { r.ToCountry, r.Row, r.DueAt }).HasFilter(Unsettled);
            table.HasIndex(r => r.CaseId);
        });
        model.Entity<LetterInRow>(table =>
        {
            table.ToTable("letters_in").HasKey(r => r.Row);
            table.HasIndex(r => new { r.Sender, r.LetterId, r.Sha256 }).IsUnique();
            table.HasIndex(r => new { r.Referral, r.Sender, r.Number });
            table.HasIndex(r => r.CaseId);
        });
        model.Entity<ReceiptRow>().ToTable("receipts").HasKey(r => new { r.ReceiptId, r.Country });
        model.Entity<NeighbourRow>().ToTable("neighbours").HasKey(r => r.Country);
        model.Entity<UndeliverableRow>().ToTable("undeliverable").HasKey(r => r.BodySha256);
        model.Entity<OwedReceiptRow>().ToTable("owed_receipts").HasKey(r => new { r.Country, r.ReceiptId });
    }
}
