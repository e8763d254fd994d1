using Referral.Contracts.Desk;
using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>The person is registered, the folder is filled, and files are added to it.</summary>
internal static class Intake
{
    public static async Task<PlayRefusal?> Register(PlayTable table, CaseEvent one)
    {
        var officer = table.Host.Officers.ForIntake(one.By);
        var created = await table.Host.Ask(officer, one.Event, (door, options) => door.CreateCaseAsync(new()
        {
            CommandId = PlayTable.NewCommand(),
            Origin = table.File.Origin,
            HappenedOn = one.Date,
            Head = FolderForms.Head(table.File),
        }, options)).ConfigureAwait(false);
        if (created.Refused) return created.Refusal;
        table.Report.HostCase = created.Given.Case;
        table.Tell(one, officer, $"{one.Event}: case {created.Given.Case}");

        var writer = table.Host.Officers.ForIntake();
        foreach (var section in Sections(table.File))
            if (await Write(table, writer, section).ConfigureAwait(false) is { } no) return no;
        table.Tell(one, writer, "folder filled");
        return await Attach(table, writer).ConfigureAwait(false);
    }

    /// <summary>Writes a section of the host's folder that was never written before.</summary>
    public static async Task<PlayRefusal?> Write(PlayTable table, Officer officer, Section section)
    {
        var written = await table.Host.Ask(officer, $"section {section.ContentCase}", (door, options) =>
            door.EditSectionAsync(new()
            {
                CommandId = PlayTable.NewCommand(),
                Case = table.Report.HostCase,
                Section = section,
            }, options)).ConfigureAwait(false);
        return written.Refusal;
    }

    private static IEnumerable<Section> Sections(CaseFile file) =>
        [FolderForms.Person(file), FolderForms.OriginFamily(file), FolderForms.Facts(file),
            FolderForms.Care()];

    // The content is a placeholder: what kind of file it is decides.
    private static async Task<PlayRefusal?> Attach(PlayTable table, Officer officer)
    {
        foreach (var file in table.File.Attachments)
        {
            var added = await table.Host
                .Ask(officer, $"attachment of type {file.MediaType}", (door, options) =>
                door.AddAttachmentAsync(new()
                {
                    CommandId = PlayTable.NewCommand(),
                    Case = table.Report.HostCase,
                    Name = file.Name,
                    MediaType = file.MediaType,
                    Content = Google.Protobuf.ByteString.CopyFromUtf8("practice"),
                }, options)).ConfigureAwait(false);
            if (added.Refused) return added.Refusal;
        }
        return null;
    }
}
