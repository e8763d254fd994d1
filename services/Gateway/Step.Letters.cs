using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>
/// Letters written in a step: numbered, signed once, sealed at rest, journalled, due at once.
/// </summary>
internal sealed partial class Step
{
    /// <summary>Version of the letter messages this gateway writes.</summary>
    public const uint SchemaVersion = 1;

    /// <summary>Writes decided letters in their order. Called by sagas.</summary>
    public async Task Write(Guid caseId, IReadOnlyList<LetterToWrite> letters)
    {
        using var span = Trace.Here();
        var row = await db.Cases.FindAsync(caseId) ?? throw new InvalidOperationException("No case.");
        row.Referral ??= await TakeReferralNumber(row);
        foreach (var letter in letters)
        {
            await WriteOne(row, letter.Draft, row.NextOut++);
        }
    }

    /// <summary>Replaces a letter that has not left by a signed, empty void at its number.</summary>
    public async Task Void(LetterOutRow letter, string reason)
    {
        if (letter.LeftAt is not null)
        {
            throw new InvalidOperationException("A letter that has left is never voided.");
        }

        var row = await db.Cases.FindAsync(letter.CaseId) ?? throw new InvalidOperationException("No case.");
        var head = Read(letter).Head.Clone();
        letter.State = (int)RemState.SubmissionRejection;
        letter.DueAt = null;
        letter.SettledAt = Now;
        await Journal(row, "letter-voided", ("letter_id", letter.LetterId), ("letter_kind", letter.Kind),
            ("letter_number", Text(letter.Number)), ("letter_sha256", letter.Sha256), ("reason", reason));
        head.Kind = LetterKinds.Void;
        head.AgreementRule = $"{head.AgreementId}/{LetterKinds.Void}";
        head.DataClass = "P1";
        head.ConsentReference = "";
        head.Languages.Clear();
        await WriteOne(row, new Letter { Head = head, Void = new LetterVoid() }, letter.Number);
    }

    /// <summary>The letter as it was signed.</summary>
    public Letter Read(LetterOutRow letter) => LetterText.Read(JwsOf(letter));

    public string JwsOf(LetterOutRow letter) =>
        Encoding.ASCII.GetString(vault.Open(letter.CaseId, PlaceOf(letter), letter.SealedJws));

    public string JwsOf(LetterInRow letter) =>
        Encoding.ASCII.GetString(vault.Open(letter.CaseId!.Value, PlaceOf(letter), letter.SealedJws!));

    /// <summary>Where a letter's JWS stands at rest; it is bound into its seal.</summary>
    public static string PlaceOf(LetterOutRow letter) => $"letters_out/{letter.LetterId}";

    /// <inheritdoc cref="PlaceOf(LetterOutRow)"/>
    public static string PlaceOf(LetterInRow letter) => $"letters_in/{letter.Sender}/{letter.LetterId}";

    public byte[] SealIn(Guid caseId, string sender, string letterId, string jws) =>
        vault.Seal(caseId, $"letters_in/{sender}/{letterId}", Encoding.ASCII.GetBytes(jws));

    /// <summary>Puts other signed bytes into a letter of ours that is due; it goes out at once.</summary>
    public void Change(LetterOutRow letter, string jws, string sha256)
    {
        letter.SealedJws = vault.Seal(
            letter.CaseId, $"letters_out/{letter.LetterId}", Encoding.ASCII.GetBytes(jws));
        letter.Sha256 = sha256;
        letter.DueAt = Now;
    }

    /// <summary>Keeps bytes that were signed before in a row of their own, which is never due.</summary>
    public void Keep(LetterOutRow letter, string id, string jws) => db.LettersOut.Add(new LetterOutRow
    {
        LetterId = id,
        CaseId = letter.CaseId,
        Referral = letter.Referral,
        Number = letter.Number,
        ToCountry = letter.ToCountry,
        Kind = letter.Kind,
        Sha256 = letter.Sha256,
        SealedJws = vault.Seal(letter.CaseId, $"letters_out/{id}", Encoding.ASCII.GetBytes(jws)),
        WrittenAt = letter.WrittenAt,
        ExpiresAt = letter.ExpiresAt,
        State = (int)RemState.SubmissionRejection,
        LeftAt = letter.LeftAt,
        SettledAt = Now,
    });

    private async Task WriteOne(CaseRow row, Letter draft, long number)
    {
        var letter = Complete(row, draft, number);
        var jws = identity.Keys.Signing.Sign(letter.ToByteArray(), JoseTypes.Letter);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(jws)));
        var head = letter.Head;
        db.LettersOut.Add(new LetterOutRow
        {
            LetterId = head.LetterId,
            CaseId = row.Id,
            Referral = head.Referral,
            Number = number,
            ToCountry = head.ToCountry,
            Kind = head.Kind,
            Sha256 = sha256,
            SealedJws = vault.Seal(row.Id, $"letters_out/{head.LetterId}", Encoding.ASCII.GetBytes(jws)),
            WrittenAt = Now,
            ExpiresAt = head.ExpiresAt.ToDateTimeOffset(),
            State = (int)RemState.SubmissionAcceptance,
            DueAt = Now,
        });
        await Journal(row, "letter-written", ("letter_id", head.LetterId), ("letter_kind", head.Kind),
            ("letter_number", Text(number)), ("to", head.ToCountry), ("letter_sha256", sha256),
            ("agreement", $"{head.AgreementId}/{head.AgreementVersion}"), ("rule", head.AgreementRule));
        Tell(head.ToCountry);
    }

    private Letter Complete(CaseRow row, Letter draft, long number)
    {
        var letter = draft.Clone();
        var head = letter.Head;
        head.LetterId = Guid.CreateVersion7(Now).ToString("D");
        head.Referral = row.Referral;
        head.Number = (uint)number;
        head.FromCountry = Us;
        head.ToCountry = row.Other;
        head.SchemaVersion = SchemaVersion;
        head.WrittenAt = Timestamp.FromDateTimeOffset(Now);
        head.WrittenOnLocal = Language.Dates.Write(
            Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Language.Precision.Day,
            identity.Country.Language);
        head.WrittenOnCalendar = identity.Country.Calendar;
        head.ExpiresAt = Timestamp.FromDateTimeOffset(Now.AddDays(identity.Settings.LetterValidDays));
        return letter;
    }

    private async Task<string> TakeReferralNumber(CaseRow row)
    {
        var year = Today.Year;
        var sequence = await NextOf($"referral/{row.Host}-{row.Origin}/{year}");
        return ReferralNumber.Make(row.Host, row.Origin, year, (int)sequence).ToString();
    }

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
