using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>Sealed parts of a folder, read and written in a step.</summary>
internal sealed partial class Step
{
    /// <summary>A part of the folder; null when it was never written.</summary>
    public async Task<T?> ReadPart<T>(CaseRow row, string name, MessageParser<T> parser)
        where T : class, IMessage<T>
    {
        var part = await db.Sections.FindAsync(row.Id, name);
        return part is null ? null : parser.ParseFrom(vault.Open(row.Id, $"sections/{name}", part.Sealed));
    }

    /// <summary>Writes a part whole; its revision grows by one.</summary>
    public async Task<long> WritePart(CaseRow row, string name, IMessage content)
    {
        var part = await db.Sections.FindAsync(row.Id, name);
        var box = vault.Seal(row.Id, $"sections/{name}", content.ToByteArray());
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

    public Task<Dictionary<string, long>> Revisions(CaseRow row) =>
        db.Sections.AsNoTracking().Where(p => p.CaseId == row.Id).ToDictionaryAsync(p => p.Name, p => p.Revision);

    public byte[] Seal(CaseRow row, string place, IMessage content) =>
        vault.Seal(row.Id, place, content.ToByteArray());

    public T Open<T>(Guid caseId, string place, byte[] box, MessageParser<T> parser)
        where T : IMessage<T> =>
        parser.ParseFrom(vault.Open(caseId, place, box));
}
