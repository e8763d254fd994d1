namespace Referral.Language;

/// The order in which a name's parts stand as written.
public enum NameOrder { Unknown, GivenFamily, FamilyGiven, FamilyMiddleGiven, Single, AsHeard }

/// A person's name in one script, as a document or a person gave it.
/// Script: ISO 15924 (Thai, Laoo, Hans, Latn). Parts are null where they are not known; none is ever guessed.
public sealed record PersonName(
    string AsWritten, string Script, string? Title, string? Family,
    string? Middle, string? Given, NameOrder Order);
