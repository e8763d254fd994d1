namespace Referral.Language.Transcription;

/// What is transcribed. A place is divided into words, a person's name is written solid, a surname has
/// readings of its own, and a word is written small.
public enum NameKind { Place, Person, Surname, Word }
