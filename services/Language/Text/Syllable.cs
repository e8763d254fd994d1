namespace Referral.Language.Text;

/// One spoken syllable of Thai or Lao, in the letters it was written with.
/// Onset: consonants read, in writing order. Vowel: a key of vowels.tsv ("aa", "uea"). Final: '\0' when open.
/// Tone: the mark as written or '\0'. Led: an unwritten a whose consonant lends its class to the next.
internal sealed record Syllable(
    string Onset, string Vowel, char Final = '\0', char Tone = '\0', bool Led = false);
