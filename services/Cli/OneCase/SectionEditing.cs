using Grpc.Core;
using Referral.Cli.Desk;
using Referral.Cli.SignIn;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Cli.OneCase;

/// <summary>The words of `case edit`: pairs, or a file with its mask.</summary>
internal sealed record Typed(string? File, IReadOnlyList<string> Mask, IReadOnlyList<string> Pairs);

/// <summary>One edit on its way: read before any line is tried, written, and how to go on after silence.
/// </summary>
internal sealed class SectionEditing
{
    private const string FromInput = "-";

    private readonly string _id;
    private readonly Typed _typed;
    private readonly SectionEdit _edit;

    private SectionEditing(string id, Typed typed, SectionEdit edit, string? kept) =>
        (_id, _typed, _edit, Kept) = (id, typed, edit, kept);

    public required string Number { get; set; }

    /// <summary>Revision that was read; null until it is asked for.</summary>
    public uint? Revision { get; set; }

    /// <summary>File with what came by the input, or that was kept by an edit before.</summary>
    public string? Kept { get; }

    /// <summary>Refuses: REF-3207, REF-3208.</summary>
    public static async Task<Told<SectionEditing>> Read(Typed typed, string id)
    {
        var (file, kept) = (typed.File, typed.File);
        Told<SectionEdit> read;
        try
        {
            if (file is null)
            {
                read = SectionWords.OfPairs(typed.Pairs);
            }
            else
            {
                var text = file == FromInput
                    ? await Console.In.ReadToEndAsync() : await File.ReadAllTextAsync(file);
                if (file == FromInput) kept = Unsent.Keep(id, text);
                read = SectionWords.OfJson(text, typed.Mask);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refused.Of(Refused.FileNotUsable, ("value", file!));
        }

        return read.Given is { } edit
            ? new SectionEditing(id, typed, edit, kept) { Number = "" } : read.No!;
    }

    public async Task<int> Write(Door door, CasesClient cases)
    {
        Revision ??= (await cases.GetCaseAsync(new() { Case = Number }, door.Options()))
            .Revisions.GetValueOrDefault(_edit.Name);
        try
        {
            return AnswerPrint.Case(door, await cases.EditSectionAsync(new()
            {
                CommandId = _id, Case = Number, Revision = Revision.Value, Section = _edit.Section,
                UpdateMask = _edit.Mask,
            }, door.Options()));
        }
        catch (RpcException no) when (no.StatusCode == StatusCode.Aborted)
        {
            door.Screen.Wrong($"{_edit.Name}: you read revision {Revision}. Nothing of yours was written:");
            foreach (var path in _edit.Mask.Paths) door.Screen.Wrong($"  {_edit.Name}.{path}");
            door.Screen.Wrong($"See what stands now: referral case show {Number}");
            throw;
        }
    }

    /// <summary>
    /// The same edit once more. Before the revision was read nothing can have been written, and any id does.
    /// </summary>
    public string Again()
    {
        var words = Kept is null ? "the same words"
            : string.Concat([$"--file {Kept}", .. _typed.Mask.Select(path => $" --mask {path}")]);
        return Revision is { } revision
            ? $"Make it again: case edit {Number} {words} --revision {revision} --request-id {_id}"
            : $"Nothing was written. Make it again: case edit {Number} {words}";
    }
}
