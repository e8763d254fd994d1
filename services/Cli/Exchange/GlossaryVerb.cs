using System.CommandLine;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Texts;
using Referral.Language.Translation;
using Referral.Language.Translation.Files;

namespace Referral.Cli.Exchange;

/// <summary>`referral glossary`: agreed words from and to TBX-Basic.</summary>
internal static class GlossaryVerb
{
    private const string Maker =
        "Referral: code lists and agreed words; the note of a term is its review mark";

    public static Verb Build(Screen screen) =>
        new("glossary", "Agreed words: from and to TBX-Basic, checked by its schema.",
            "referral glossary export words.tbx", "referral glossary import partner.tbx --to partner.tsv")
        {
            Import(screen), Export(screen),
        };

    private static Verb Import(Screen screen)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "TBX-Basic, style dca or dct" };
        var to = new Option<FileInfo>("--to")
        {
            Description = $"Table to write, with tabs: {GlossaryTable.Columns}", Required = true,
        };
        var verb = new Verb("import", "Checks a TBX-Basic file and writes its terms as a table.",
            "referral glossary import partner.tbx --to partner.tsv")
        {
            file, to,
        };
        verb.SetAction(parsed => ReadFile.Turn(screen, parsed.GetValue(file)!, parsed.GetValue(to)!, source =>
        {
            var glossary = TbxFile.Read(source);
            Told(screen, glossary);
            return target => GlossaryTable.Write(target, glossary);
        }));
        return verb;
    }

    private static Verb Export(Screen screen)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "TBX-Basic file to write" };
        var from = new Option<FileInfo?>("--from")
        {
            Description = $"Table with tabs: {GlossaryTable.Columns}; default: the code lists",
        };
        var lists = new Option<string[]>("--list")
        {
            Description = "Only that code list; may be given again", AllowMultipleArgumentsPerToken = false,
        };
        lists.AcceptOnlyFromAmong([.. VocabularyBook.Shipped.Lists]);
        var verb = new Verb("export", "Writes the code lists, or a table of terms, as TBX-Basic.",
            "referral glossary export words.tbx", "referral glossary export purposes.tbx --list purpose",
            "referral glossary export ours.tbx --from ours.tsv")
        {
            file, from, lists,
        };
        verb.Validators.Add(given =>
        {
            if (given.GetResult(from) is not null && given.GetResult(lists) is not null)
                given.AddError("--list chooses among the code lists; --from brings a table of its own.");
        });
        verb.SetAction(parsed =>
        {
            var to = parsed.GetValue(file)!;
            if (parsed.GetValue(from) is { } table)
                return ReadFile.Turn(screen, table, to,
                    source => Written(screen, GlossaryTable.Read(source)));
            var write = Written(screen, AgreedWords.Of(parsed.GetValue(lists) ?? []));
            return ReadFile.Write(screen, to, write);
        });
        return verb;
    }

    private static Action<Stream> Written(Screen screen, Glossary glossary)
    {
        Told(screen, glossary);
        return target => TbxFile.Write(target, glossary, Maker);
    }

    private static void Told(Screen screen, Glossary glossary) => screen.Line(
        $"{glossary.Concepts.Count} concepts, {glossary.Concepts.Sum(one => one.Terms.Count)} terms");
}
