using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;

namespace Referral.Gateway.CaseFile;

/// <summary>
/// Seals what a case holds with the case's own key (AES-256-GCM). The key is wrapped with the gateway's key
/// and kept in a store of its own; it is committed there before anything is sealed with it.
/// </summary>
internal sealed class Vault(
    Func<KeyDb> keys, byte[] gatewayKey, TimeProvider clock, int keysHeld = Vault.KeysHeld)
{
    /// <summary>Keys of cases held in memory, where no setting says otherwise.</summary>
    public const int KeysHeld = 16_384;

    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Keys whose cases are asked for in one question.</summary>
    private const int SweptTogether = 1000;

    private readonly KeysAtHand _open = new(keysHeld);

    /// <summary>Makes the key of a new case and commits it.</summary>
    public void MakeKey(Guid caseId)
    {
        var (key, moment) = (RandomNumberGenerator.GetBytes(KeyBytes), _open.Moment);
        using var db = keys();
        db.Keys.Add(new KeyRow
        {
            CaseId = caseId,
            Wrapped = Wrap(gatewayKey, caseId, key),
            MadeAt = clock.GetUtcNow(),
        });
        db.SaveChanges();
        _open.Keep(caseId, key, moment);
    }

    /// <summary>
    /// Seals; the place (table and row) is bound in, so that a sealed value cannot be moved elsewhere.
    /// </summary>
    public byte[] Seal(Guid caseId, string place, ReadOnlySpan<byte> clear) =>
        Encrypt(KeyOf(caseId), Place(caseId, place), clear);

    /// <summary>
    /// Opens what was sealed at this place. A missing key (erased case) is a <see cref="KeyErased"/>.
    /// </summary>
    public byte[] Open(Guid caseId, string place, byte[] sealedValue) =>
        Decrypt(KeyOf(caseId), Place(caseId, place), sealedValue);

    /// <summary>
    /// Whether the case's key is gone: nothing of it can be opened, and nothing sealed, ever again.
    /// </summary>
    public bool IsErased(Guid caseId)
    {
        if (_open.Find(caseId) is not null)
        {
            return false;
        }

        using var db = keys();
        return !db.Keys.Any(k => k.CaseId == caseId);
    }

    /// <summary>
    /// Destroys the case's key, in memory and in its store; false where it was gone already. No
    /// free page of an SQLite file and no write-ahead log of it holds its bytes afterwards, and no table of
    /// PostgreSQL. What the disk itself keeps of blocks it gave back, PostgreSQL's write-ahead log and its
    /// archive, and backups of the key store, are the operator's to see to.
    /// </summary>
    public async Task<bool> Destroy(Guid caseId)
    {
        _open.Forget(caseId);
        await using var db = keys();
        var gone = await db.Keys.Where(k => k.CaseId == caseId).ExecuteDeleteAsync();
        // Whoever read it just before has kept it since.
        _open.Forget(caseId);
        if (db.Database.IsSqlite())
        {
            // Deleted bytes are overwritten (secure_delete), the file is written anew, and the log, which
            // still holds the pages of before, is emptied.
            const string Empty = "PRAGMA wal_checkpoint(TRUNCATE);";
            foreach (var text in new[] { Empty, "VACUUM;", Empty })
            {
                await db.Database.ExecuteSqlRawAsync(text);
            }
        }
        else
        {
            // The row that was deleted lies in the table's file until this writes it anew.
            await db.Database.ExecuteSqlRawAsync("VACUUM FULL keys");
        }

        return gone > 0;
    }

    /// <summary>
    /// Removes keys whose case was never committed (it asks which are): a crash fell between the stores.
    /// </summary>
    public async Task<int> SweepOrphans(
        Func<IReadOnlyList<Guid>, Task<List<Guid>>> existing, DateTimeOffset olderThan)
    {
        await using var db = keys();
        var old = await db.Keys.Where(k => k.MadeAt < olderThan).Select(k => k.CaseId).ToListAsync();
        var swept = 0;
        foreach (var some in old.Chunk(SweptTogether))
        {
            var orphans = some.Except(await existing(some)).ToList();
            swept += orphans.Count == 0 ? 0
                : await db.Keys.Where(k => orphans.Contains(k.CaseId)).ExecuteDeleteAsync();
        }

        return swept;
    }

    /// <summary>Has the keys of these cases at hand, asked for in one question. An erased case has
    /// none.</summary>
    public async Task Load(IReadOnlyCollection<Guid> cases)
    {
        var absent = cases.Where(id => _open.Find(id) is null).ToList();
        if (absent.Count == 0)
        {
            return;
        }

        var moment = _open.Moment;
        await using var db = keys();
        foreach (var row in await db.Keys.AsNoTracking().Where(k => absent.Contains(k.CaseId)).ToListAsync())
        {
            Unwrap(row, moment);
        }
    }

    private byte[] KeyOf(Guid caseId)
    {
        if (_open.Find(caseId) is { } key)
        {
            return key;
        }

        var moment = _open.Moment;
        using var db = keys();
        var row = db.Keys.AsNoTracking().SingleOrDefault(k => k.CaseId == caseId)
            ?? throw new KeyErased();
        return Unwrap(row, moment);
    }

    private byte[] Unwrap(KeyRow row, long moment)
    {
        var key = Decrypt(gatewayKey, Place(row.CaseId, "key"), row.Wrapped);
        _open.Keep(row.CaseId, key, moment);
        return key;
    }

    /// <summary>A case's key as it is kept.</summary>
    internal static byte[] Wrap(byte[] gatewayKey, Guid caseId, byte[] key) =>
        Encrypt(gatewayKey, Place(caseId, "key"), key);

    /// <summary>What a case's own key seals at a place, for whoever holds the key.</summary>
    internal static byte[] Seal(byte[] key, Guid caseId, string place, ReadOnlySpan<byte> clear) =>
        Encrypt(key, Place(caseId, place), clear);

    private static byte[] Place(Guid caseId, string place) => Encoding.UTF8.GetBytes($"{caseId:N}/{place}");

    private static byte[] Encrypt(byte[] key, byte[] place, ReadOnlySpan<byte> clear)
    {
        var box = new byte[NonceBytes + TagBytes + clear.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            box.AsSpan(0, NonceBytes), clear, box.AsSpan(NonceBytes + TagBytes),
            box.AsSpan(NonceBytes, TagBytes), place);
        return box;
    }

    private static byte[] Decrypt(byte[] key, byte[] place, byte[] box)
    {
        var clear = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes),
            box.AsSpan(NonceBytes, TagBytes), clear, place);
        return clear;
    }
}

/// <summary>The case's key is gone: its content was erased, here and in every backup.</summary>
internal sealed class KeyErased() : Exception("The key of this case was erased.");
