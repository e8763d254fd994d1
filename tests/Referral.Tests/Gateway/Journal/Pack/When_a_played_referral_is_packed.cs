using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Referral.Cli;
using Referral.Contracts.Vocabulary;
using Referral.Gateway;
using Referral.Gateway.Journal.Pack;
using Referral.Network;
using Referral.Tests.Gateway.Running;
using Referral.Tests.Verifier.Pack;
using Referral.Verifier.Pack;
using Shouldly;
using Xunit;
using static Referral.Tests.Gateway.Journal.Pack.PackParts;

namespace Referral.Tests.Gateway.Journal.Pack;

/// <summary>
/// Court packs of what four gateways played, made while they run. The persons are invented.
/// </summary>
public class When_a_played_referral_is_packed(RunningGateways gateways) : IClassFixture<RunningGateways>
{
    [Fact]
    public async Task both_sides_have_a_pack_that_both_verifiers_believe()
    {
        var one = await Sealed(gateways);

        foreach (var country in new[] { one.Host, one.Origin })
        {
            var pack = Make(gateways, country, one.Referral).Outcome;
            var report = PackCheck.Run(new MemoryStream(pack));
            report.Findings.ShouldBeEmpty();
            report.Letters.ShouldBe(2);
            report.Receipts.ShouldBe(2);
            report.Sealed.ShouldBe(report.Entries);
            report.Witnesses.ShouldBe(1);
            (await SecondVerifier.Run(pack, null)).Lines.ShouldBe(["holds"]);
        }
    }

    [Fact]
    public async Task it_holds_no_key_and_nothing_of_another_case()
    {
        var one = await Sealed(gateways);
        var other = await Sealed(gateways);
        var text = string.Join('\n', Parts(Make(gateways, one.Host, one.Referral).Outcome)
            .SelectMany(part => Readable(part.Value)));

        text.ShouldContain(one.Referral);
        text.ShouldNotContain(other.Referral);
        var keys = Directory.GetFiles(Path.Combine(gateways.DataFolder(one.Host), "keys"));
        keys.Length.ShouldBeGreaterThan(2);
        foreach (var line in keys.SelectMany(File.ReadAllLines).Where(line => line.Length > 40))
            text.ShouldNotContain(line);
        var letters = await gateways.Rows(one.Host, db => db.LettersOut
            .Where(l => l.Referral == other.Referral).Select(l => l.Sha256).ToListAsync());
        text.ShouldNotContain(letters.ShouldHaveSingleItem());
    }

    [Fact]
    public async Task no_part_of_it_can_be_changed_or_left_out()
    {
        var parts = Parts(Make(gateways, "TH", (await Sealed(gateways)).Referral).Outcome);

        foreach (var name in parts.Keys)
        {
            var changed = parts.ToDictionary();
            changed[name] = [.. parts[name]];
            changed[name][parts[name].Length / 2] ^= 1;
            await DoesNotHold(changed);
            await DoesNotHold(parts.Where(part => part.Key != name).ToDictionary());
        }
    }

    [Fact]
    public async Task the_summary_is_read_in_two_languages()
    {
        var one = await Sealed(gateways);
        var pack = Make(gateways, one.Origin, one.Referral).Outcome;
        var page = Encoding.UTF8.GetString(Parts(pack)[PackFormat.Summary]);

        foreach (var word in new[]
            {
                "lang=\"lo\"", "ຊຸດເອກະສານສຳລັບສານ", "Court pack", "บัววัน", "ບົວວັນ",
                "<sup>*</sup>", "Not reviewed", one.Referral,
            })
            page.ShouldContain(word);
        foreach (var loaded in new[] { "<script", "src=", "http" }) page.ShouldNotContain(loaded);
    }

    [Fact]
    public async Task it_keeps_the_labels_it_was_made_with_when_the_lists_change()
    {
        var one = await Sealed(gateways);
        var pack = Make(gateways, one.Origin, one.Referral).Outcome;
        var changed = ChangedLists.With("ຊຸດເອກະສານສຳລັບສານ", "ຄຳໃໝ່ (ສົມມຸດ)");
        changed.Version.ShouldNotBe(VocabularyBook.Shipped.Version);
        using var store = ReadStore.Open(
            gateways.DataFolder(one.Origin), gateways.Identity(one.Origin).Keys.GatewayKey);
        var row = store.Db.Cases.Single(c => c.Referral == one.Referral);
        var order = new PackOrder(
            gateways.DataFolder(one.Origin), Members.Of(one.Origin), one.Referral, "lo");
        var later = PackSummary.Write(PackedCase.Read(store, one.Origin, row),
            new SummaryHead(order, DateTimeOffset.UnixEpoch, "", _ => null) { Book = changed });

        var page = Encoding.UTF8.GetString(Parts(pack)[PackFormat.Summary]);

        foreach (var word in new[] { "ຄຳໃໝ່ (ສົມມຸດ)", changed.Version })
            (later.Contains(word), page.Contains(word)).ShouldBe((true, false), word);
        foreach (var word in new[] { "ຊຸດເອກະສານສຳລັບສານ", VocabularyBook.Shipped.Version })
            (later.Contains(word), page.Contains(word)).ShouldBe((false, true), word);
        PackCheck.Run(new MemoryStream(pack)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task the_command_packs_and_verifies_in_five_languages()
    {
        var one = await Sealed(gateways);
        var file = Path.Combine(gateways.Network.Folder, $"{one.Referral}.zip");
        string[] pack =
            ["pack", one.Referral, "--data", gateways.Network.Folder, "--country", "TH", "--out", file];

        (await Call(pack)).Exit.ShouldBe(Exit.Holds);
        (await Call(pack)).Exit.ShouldBe(Exit.BadInput);
        foreach (var (language, holds) in new[]
            {
                ("lo", "ທຸກຢ່າງຖືກຕ້ອງ."), ("th", "ทุกอย่างถูกต้อง"), ("zh", "全部成立。"),
                ("vi", "Mọi thứ đều đúng."), ("en", "Everything holds."),
            })
        {
            var (exit, said) = await Call("verify", file, "--language", language);
            exit.ShouldBe(Exit.Holds, said);
            said.ShouldContain(holds);
        }
        var trust = Path.Combine(gateways.DataFolder("LA"), "trust.json");
        (await Call("verify", file, "--trust", trust)).Said.ShouldContain("the one given");
        (await Call("verify", file, "--trust", file)).Exit.ShouldBe(Exit.DoesNotHold);
        (await Call("verify", file, "--trust", "/no/such/list")).Exit.ShouldBe(Exit.BadInput);
        (await Call("verify", trust)).Exit.ShouldBe(Exit.BadInput);
    }

    [Fact]
    public void what_is_not_there_is_refused()
    {
        Make(gateways, "TH", "RC-TH-LA-2026-999999-0").Refusal!.Code.ShouldBe("REF-2004");
        CourtPack.Make(new(Path.GetTempPath(), Members.Of("TH"), "", "th"), TimeProvider.System)
            .Refusal!.Code.ShouldBe("REF-2651");
    }

    /// <summary>A notice and its answer, all of it under a checkpoint at both.</summary>
    internal static async Task<PlayedCase> Sealed(RunningGateways gateways)
    {
        // A pouch carries the latest checkpoint: there must be one before the first letter leaves.
        foreach (var country in Members.Codes)
            await RunningGateways.Until(
                () => gateways.Rows(country, db => db.Checkpoints.AnyAsync()), "a first checkpoint");
        var one = await PlayedCase.Verifying(gateways);
        foreach (var country in new[] { one.Host, one.Origin })
            await RunningGateways.Until(() => gateways.Rows(country, async db =>
                await JournalTexts.AllSealed(db)
                && !await db.LettersOut.AnyAsync(l => l.DueAt != null)), "receipts and a checkpoint");
        return one;
    }

    internal static Decision<byte[]> Make(RunningGateways gateways, string country, string referral) =>
        CourtPack.Make(
            new(gateways.DataFolder(country), Members.Of(country), referral, Members.Of(country).Language),
            TimeProvider.System);

    private static async Task<(int Exit, string Said)> Call(params string[] arguments)
    {
        using var said = new StringWriter();
        return (await CommandLine.Run(arguments, Screen.To(said)), said.ToString());
    }

    private static async Task DoesNotHold(Dictionary<string, byte[]> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }
        var report = PackCheck.Run(file);
        report.Holds.ShouldBeFalse();
        var (exit, lines) = await SecondVerifier.Run(file.ToArray(), null);
        exit.ShouldBe(1);
        lines[0].ShouldBe($"{report.Findings[0].Code} {report.Findings[0].Piece}");
    }
}
