namespace Referral.Language.Text;

/// One spoken syllable of Thai or Lao, in the letters it was written with.
/// First, Second: consonants read before the vowel, '\0' where there is none. Final: '\0' when open.
/// Tone: the mark as written or '\0'. Led: an unwritten a whose consonant lends its class to the next.
internal readonly record struct Syllable(
    char First, char Second, Vowel Vowel, char Final = '\0', char Tone = '\0', bool Led = false)
{
    public bool IsOpen => Final == '\0';

    /// ห before a sonorant only lends its tone: หม is heard as ม.
    public bool IsLedBy(char letter) => First == letter && Second != '\0';
}
