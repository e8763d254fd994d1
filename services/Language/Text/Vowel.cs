namespace Referral.Language.Text;

/// The vowels Thai and Lao share, each with the signs that vowels.tsv gives it. A doubled letter is the
/// long one. O: implied or ົ; Os: written short (โ-ะ); C and Cc: open o (เ-าะ, -อ); X and Xx: ae (แ); Q and
/// Qq: oe (เ-อ); Oa: a after ວ; Aix: ai written with ใ.
internal enum Vowel : byte
{
    A, Aa, I, Ii, Ue, Uee, U, Uu, E, Ee, X, Xx, O, Os, Oo, C, Cc, Q, Qq, Ia, Uea, Ua, Oa, Ai, Aix, Ao, Am,
}

/// Sets of vowels, asked for one of them in one step.
internal readonly struct VowelSet
{
    readonly uint _bits;

    public VowelSet(params ReadOnlySpan<Vowel> vowels)
    {
        foreach (var vowel in vowels) _bits |= 1u << (int)vowel;
    }

    public bool Has(Vowel vowel) => (_bits >> (int)vowel & 1) != 0;
}
