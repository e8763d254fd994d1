using System.Text.Json;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile;
using Referral.Gateway.CaseFile.NameForms;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>Sealed parts of a folder, read and written in a step.</summary>
internal sealed partial class Step
{
    private static readonly string[] SectionNames =
        ["head", "person", "origin_family", "facts", "identification", "care"];

    public async Task<Folder> Folder(CaseRow row)
    {
        await LoadParts([row.Id], SectionNames);
        var sections = new List<Section>();
        foreach (var name in SectionNames)
        {
            if (await ReadBytes(row, name) is { } bytes)
            {
                sections.Add(Section.Parser.ParseFrom(bytes));
            }
        }

        return CaseFile.Rules.Folder.Of(row.Host, row.Origin, sections);
    }

    /// <summary>One section as it stands; null when it was never written.</summary>
    public async Task<Section?> SectionOf(CaseRow row, string name) =>
        await ReadBytes(row, name) is { } bytes ? Section.Parser.ParseFrom(bytes) : null;

    public Task<long> WriteSection(CaseRow row, Section section) =>
        WriteBytes(row, NameOf(section), section.ToByteArray());

    public async Task<Ledger> Ledger(CaseRow row) =>
        await ReadPart<Ledger>(row, "ledger") ?? CaseFile.Ledger.Empty;

    public Task WriteLedger(CaseRow row, Ledger ledger) => WritePart(row, "ledger", ledger);

    public async Task<Course> Course(CaseRow row) =>
        await ReadPart<Course>(row, "course") ?? CaseFile.Course.New;

    public Task WriteCourse(CaseRow row, Course course) => WritePart(row, "course", course);

    public async Task<Notes> Notes(CaseRow row) =>
        await ReadPart<Notes>(row, "notes") ?? CaseFile.Notes.Empty;

    public Task WriteNotes(CaseRow row, Notes notes) => WritePart(row, "notes", notes);

    /// <summary>Name of the sealed part that holds them.</summary>
    public const string NamesPart = "names";

    /// <summary>Forms of the person's name that were confirmed.</summary>
    public async Task<ConfirmedNames> Names(CaseRow row) =>
        await ReadPart<ConfirmedNames>(row, NamesPart) ?? ConfirmedNames.None;

    public Task WriteNames(CaseRow row, ConfirmedNames names) =>
        WritePart(row, NamesPart, names);

    /// <summary>What was asked and answered about the case, both ways.</summary>
    public async Task<Questions.QuestionLog> Questions(CaseRow row) =>
        await ReadPart<Questions.QuestionLog>(row, "questions") ?? Gateway.Questions.QuestionLog.Empty;

    public Task WriteQuestions(CaseRow row, Questions.QuestionLog log) => WritePart(row, "questions", log);

    /// <summary>Name of the part that says who is kept out and who was let in.</summary>
    public const string ExceptionsPart = "exceptions";

    /// <summary>Who is kept out of the case, and who was let in.</summary>
    public async Task<Access.Exceptions> Exceptions(CaseRow row) =>
        await ReadPart<Access.Exceptions>(row, ExceptionsPart) ?? Access.Exceptions.None;

    /// <summary>Has them at hand for these cases, asked for in one question.</summary>
    public Task LoadExceptions(IReadOnlyCollection<Guid> ids) => LoadParts(ids, [ExceptionsPart]);

    public Task WriteExceptions(CaseRow row, Access.Exceptions exceptions) =>
        WritePart(row, ExceptionsPart, exceptions);

    public Task<Draft?> Draft(CaseRow row) => ReadPart<Draft>(row, "draft");

    /// <summary>
    /// Number of the next draft. One that was dropped never comes back: who saw it may not release another.
    /// </summary>
    public async Task<uint> NextDraft(CaseRow row) => (uint)await NextOf($"draft/{row.Id:N}");

    public Task WriteDraft(CaseRow row, Draft draft) => WritePart(row, "draft", draft);

    public async Task DropDraft(CaseRow row)
    {
        if (await db.Sections.FindAsync(row.Id, "draft") is { } part)
        {
            db.Sections.Remove(part);
        }
    }

    public async Task<Dictionary<string, uint>> Revisions(CaseRow row) =>
        (await db.Sections.AsNoTracking()
            .Where(p => p.CaseId == row.Id && SectionNames.Contains(p.Name))
            .Select(p => new { p.Name, p.Revision }).ToListAsync())
        .ToDictionary(p => p.Name, p => (uint)p.Revision);

    public async Task<uint> Revision(CaseRow row, string section) =>
        (uint)((await db.Sections.FindAsync(row.Id, section))?.Revision ?? 0);

    public static string NameOf(Section section) => section.ContentCase switch
    {
        Section.ContentOneofCase.Head => "head",
        Section.ContentOneofCase.Person => "person",
        Section.ContentOneofCase.OriginFamily => "origin_family",
        Section.ContentOneofCase.Facts => "facts",
        Section.ContentOneofCase.Identification => "identification",
        Section.ContentOneofCase.Care => "care",
        _ => "",
    };

    public byte[] Seal(Guid caseId, string place, IMessage content) =>
        vault.Seal(caseId, place, content.ToByteArray());

    public byte[] Open(Guid caseId, string place, byte[] box) => vault.Open(caseId, place, box);

    private async Task<T?> ReadPart<T>(CaseRow row, string name)
        where T : class =>
        await ReadBytes(row, name) is { } bytes ? JsonSerializer.Deserialize<T>(bytes) : null;

    private Task<long> WritePart<T>(CaseRow row, string name, T content) =>
        WriteBytes(row, name, JsonSerializer.SerializeToUtf8Bytes(content));

    private async Task<byte[]?> ReadBytes(CaseRow row, string name) =>
        await SealedPart(row, name) is { } box ? vault.Open(row.Id, $"sections/{name}", box) : null;

    private async Task<byte[]?> SealedPart(CaseRow row, string name) =>
        _seen.TryGetValue((row.Id, name), out var box) ? box : (await Part(row, name))?.Sealed;

    private async Task<SectionRow?> Part(CaseRow row, string name) =>
        _withoutPart.Contains((row.Id, name)) ? null : await db.Sections.FindAsync(row.Id, name);

    /// <summary>Writes a part whole; its revision grows by one.</summary>
    private async Task<long> WriteBytes(CaseRow row, string name, byte[] content)
    {
        var box = vault.Seal(row.Id, $"sections/{name}", content);
        var part = await Part(row, name);
        _withoutPart.Remove((row.Id, name));
        _seen.Remove((row.Id, name));
        if (part is null)
        {
            part = new SectionRow { CaseId = row.Id, Name = name, Sealed = box };
            db.Sections.Add(part);
        }

        part.Sealed = box;
        part.Revision++;
        part.WrittenAt = Now;
        return part.Revision;
    }
}
