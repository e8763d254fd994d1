using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;
using Referral.Gateway.Texts;

namespace Referral.Gateway.CaseFile;

/// <summary>
/// Writes one section of the host's folder. It may hold what must never cross; a letter may not ask for it.
/// </summary>
internal static class WriteSection
{
    public const string Conflict = "REF-2007";
    public const string NotValid = "REF-2009";

    public static async Task<Refusal?> Do(
        Step step, CaseRow row, EditSectionRequest request,
        (string Post, IReadOnlyList<string> Roles) writer)
    {
        var name = request.Section is null ? "" : Step.NameOf(request.Section);
        if (name.Length == 0 || row.Side != Sides.Host)
        {
            return Refusal.Of(
                NotValid, ("field", "section"), ("rule", name.Length == 0 ? "required" : "host only"));
        }

        var held = await step.Revision(row, name);
        if (held != request.Revision)
        {
            return Refusal.Of(Conflict, ("value", Step.Text(held)), ("field", name));
        }

        var before = await step.SectionOf(row, name);
        var merged = SectionEdit.Merge(before, request.Section!, request.UpdateMask);
        var section = merged.Refused
            ? merged : FolderChecks.Check(merged.Outcome, step.Us, step.Today);
        if (section.Refused)
        {
            return section.Refusal;
        }

        if (SectionEdit.MayWrite(before, section.Outcome, writer.Roles) is { } notHers)
        {
            return notHers;
        }

        var revision = await step.WriteSection(row, section.Outcome);
        await step.Journal(
            row, "section-written", ("section", name), ("revision", Step.Text(revision)),
            ("post", writer.Post));

        await NamesToFind.OfFolder(step, row, section.Outcome);
        await OpenTexts.OfFolder(step, row);

        // A draft made from the folder as it was must not be released as if it were the folder as it is.
        await step.DropDraft(row);
        return null;
    }
}
