using System.Collections;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.CaseFile.Rules;

namespace Referral.Gateway.CaseFile;

/// <summary>
/// One edit of a section: what the mask names is taken from the caller, the rest stays as it was; whatever
/// differs afterwards must be the caller's to write. Refuses: REF-2009 a path that the section does not have,
/// REF-2002 a field that the role may not write. Source: need-to-know matrix (mark P).
/// </summary>
internal static class SectionEdit
{
    private const string RoleMayNot = "REF-2002";

    private static readonly FieldMask.MergeOptions Whole = new()
    {
        ReplaceMessageFields = true, ReplaceRepeatedFields = true, ReplacePrimitiveFields = true,
    };

    /// <param name="held">The section as it stands; null when it was never written.</param>
    /// <param name="asked">What the caller sent, of the same kind.</param>
    /// <param name="mask">Fields of the section; empty replaces the whole.</param>
    public static Decision<Section> Merge(Section? held, Section asked, FieldMask? mask)
    {
        if (mask is null || mask.Paths.Count == 0)
        {
            return asked;
        }

        var content = ContentOf(asked);
        if (mask.Paths.FirstOrDefault(path => !FieldMask.IsValid(content.Descriptor, path)) is not null)
        {
            return Refusal.Of(WriteSection.NotValid, ("field", "update_mask"), ("rule", "fields of section"));
        }

        // From an empty section of the same kind, where none was written.
        var merged = held?.Clone() ?? asked.Clone();
        var into = ContentOf(merged);
        if (held is null)
        {
            into.Descriptor.Fields.InDeclarationOrder().ToList().ForEach(f => f.Accessor.Clear(into));
        }

        mask.Merge(content, into, Whole);
        return merged;
    }

    /// <summary>The first field that differs and is not the caller's to write.</summary>
    public static Refusal? MayWrite(Section? held, Section written, IReadOnlyCollection<string> roles)
    {
        var before = held is null ? [] : Texts(held);
        var after = Texts(written);
        foreach (var key in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            if (before.GetValueOrDefault(key) != after.GetValueOrDefault(key)
                && FieldBook.Shipped.Find(key) is { } field && !roles.Any(role => Writes(role, field)))
            {
                return Refusal.Of(RoleMayNot,
                    ("event", key), ("role", string.Join(' ', roles)), ("field", key));
            }
        }

        return null;
    }

    // Whoever identifies writes down the identification, though the facts are for reading alone.
    private static bool Writes(string role, CaseField field) =>
        RoleBook.Shipped.May(role, field.Area) is "RW" or "own"
        || (role == "ID" && field.Section == "identification");

    private static IMessage ContentOf(Section section) =>
        (IMessage)Section.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(section)!
            .Accessor.GetValue(section);

    private static Dictionary<string, string> Texts(Section section) =>
        FolderFields.Of(section).ToDictionary(held => held.Key, held => held.Value switch
        {
            IMessage or string => held.Value.ToString()!,
            IEnumerable many => string.Join('\n', many.Cast<object>()),
            var one => one.ToString()!,
        });
}
