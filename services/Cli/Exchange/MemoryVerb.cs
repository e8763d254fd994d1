using System.CommandLine;
using System.Globalization;
using Referral.Language;
using Referral.Language.Translation;
using Referral.Language.Translation.Files;

namespace Referral.Cli.Exchange;

/// <summary>`referral memory`: translations made before, from and to TMX 1.4b.</summary>
internal static class MemoryVerb
{
    public static Verb Build(Screen screen) =>
        new("memory", "Translations made before: from and to TMX 1.4b, checked by its schema.",
            "referral memory import partner.tmx --to partner.tsv",
            "referral memory export ours.tmx --from ours.tsv")
        {
            Import(screen), Export(screen),
        };

    private static Verb Import(Screen screen)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "TMX 1.4b, level 1 or 2" };
        var to = new Option<FileInfo>("--to")
        {
            Description = $"Table to write, with tabs: {MemoryTable.Columns}", Required = true,
        };
        var verb = new Verb("import",
            "Checks a TMX file and writes its texts as a table; what names no state is a draft.",
            "referral memory import partner.tmx --to partner.tsv")
        {
            file, to,
        };
        verb.SetAction(parsed => ReadFile.Turn(screen, parsed.GetValue(file)!, parsed.GetValue(to)!, source =>
        {
            var memory = TmxFile.Read(source);
            Told(screen, memory);
            return target => MemoryTable.Write(target, memory);
        }));
        return verb;
    }

    private static Verb Export(Screen screen)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "TMX 1.4b file to write, level 1" };
        var from = new Option<FileInfo>("--from")
        {
            Description = $"Table with tabs: {MemoryTable.Columns}", Required = true,
        };
        var verb = new Verb("export", "Writes a table of texts and their translations as TMX 1.4b.",
            "referral memory export ours.tmx --from ours.tsv")
        {
            file, from,
        };
        verb.SetAction(parsed =>
        {
            var to = parsed.GetValue(file)!;
            return ReadFile.Turn(screen, parsed.GetValue(from)!, to, source =>
            {
                var memory = MemoryTable.Read(source);
                Told(screen, memory);
                return target => TmxFile.Write(target, memory, Engine.Version);
            });
        });
        return verb;
    }

    private static void Told(Screen screen, TranslationMemory memory) => screen.Line(string.Create(
        CultureInfo.InvariantCulture, $"{memory.Units.Count} units, of them reviewed "
        + $"{memory.Units.Count(one => one.State == TranslationState.Reviewed)}"));
}
