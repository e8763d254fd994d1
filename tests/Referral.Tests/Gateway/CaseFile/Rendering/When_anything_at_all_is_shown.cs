using FsCheck.Xunit;
using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Corrections;

namespace Referral.Tests.Gateway.CaseFile.Rendering;

/// <summary>
/// Whatever stands in a folder or in a letter of another country: it is shown whole, to those who may see it,
/// and no fault stands between. A seed makes each case (AnyMessage).
/// </summary>
public sealed class When_anything_at_all_is_shown
{
    private static readonly string[] FromFolders = ["M01", "M03", "M05"];

    // A notice tells of these less than the folder: the year or the month, and no official.
    private static readonly string[] ToldShorter =
        ["exploitation_from", "exploitation_to", "relationship_to_trafficker"];

    private static readonly DateOnly Today = new(2026, 11, 26);

    [Property(MaxTest = 200)]
    public bool every_field_of_a_folder_is_shown_in_every_language(int seed)
    {
        var folder = FolderOf(seed);
        var held = FolderFields.Of(folder).Keys;
        var due = held.Where(key => key != "parents" || !held.Contains("relatives")).ToHashSet();
        return DeskLanguages.All.All(reader =>
        {
            var shown = FieldViews.Of(folder, "th", reader);
            return due.IsSubsetOf(shown.Select(view => view.Key))
                && shown.All(view => view.Key == "birth_basis" || due.Contains(view.Key))
                && shown.Zip(shown.Skip(1)).All(pair => pair.First.Number <= pair.Second.Number);
        });
    }

    [Property(MaxTest = 200)]
    public bool every_field_of_a_letter_is_shown_whatever_its_writer_sent(int seed)
    {
        var any = new AnyMessage(seed);
        var letters = any.List(any.Of<Letter>);
        var held = TakenTogether.Of(letters).Latest.Keys.ToHashSet();
        var writer = DeskLanguages.FirstOf(letters.SelectMany(letter => letter.Head?.Languages ?? []));
        return DeskLanguages.All.All(reader =>
            held.IsSubsetOf(FieldViews.Of(letters, writer ?? "th", reader).Select(view => view.Key)));
    }

    [Property(MaxTest = 100)]
    public bool a_role_sees_only_what_lies_in_its_areas(int seed)
    {
        var views = FieldViews.Of(FolderOf(seed), "th", "lo");
        return RoleBook.Shipped.Codes.All(role => NeedToKnow.VisibleTo(views, [role], ownPerson: true)
            .All(view => RoleBook.Shipped.Sees(role, FieldBook.Shipped.Find(view.Key)!.Area)));
    }

    [Property(MaxTest = 300)]
    public bool a_section_is_kept_whole_or_refused(int seed)
    {
        var section = new AnyMessage(seed).Of<Section>();
        var held = FolderFields.Of(section).Keys;
        var kept = FolderChecks.Check(section, "TH", Today);
        return kept.Refused
            ? kept.Refusal.Code.StartsWith("REF-", StringComparison.Ordinal)
            : held.All(FolderFields.Of(kept.Outcome).Keys.Contains);
    }

    [Property(MaxTest = 200)]
    public bool a_letter_carries_what_its_row_allows_and_the_folder_says(int seed)
    {
        var folder = FolderOf(seed);
        var own = Originals(FieldViews.Of(folder, "th", "lo"));
        return FromFolders.Select(kind => LetterBodies.Make(kind, folder, null, []))
            .Where(made => !made.Refused).Select(made => made.Outcome)
            .All(body => body.Fields.All(key => body.LeftOut.All(left => left.Field != key))
                && Originals(FieldViews.Of([body.Letter], "th", "lo"))
                    .Where(shown => own.ContainsKey(shown.Key) && !ToldShorter.Contains(shown.Key))
                    .All(shown => own[shown.Key] == shown.Value));
    }

    private static Dictionary<string, string> Originals(IEnumerable<FieldView> views) =>
        views.ToDictionary(view => view.Key, view => view.Original, StringComparer.Ordinal);

    private static Folder FolderOf(int seed)
    {
        var any = new AnyMessage(seed);
        return new("TH", "LA", any.Of<HeadSection>(), any.Of<PersonSection>(), any.Of<OriginFamilySection>(),
            any.Of<FactsSection>(), any.Of<IdentificationSection>(), any.Of<CareSection>());
    }
}
