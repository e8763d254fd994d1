namespace Referral.Language.Text;

/// What a step of a reading is: letters read by rule, a stem of the list that is a word, or one that leads
/// on to the rest of a word (ราช-).
internal enum StepKind : byte { Letters, Word, Combining }

/// One step of a reading: the letters from From up to End, and the syllables they are.
internal readonly record struct ReadStep(int From, int End, StepKind Kind, Syllable[] Syllables);

/// A word read to its end. Cost: the lower the likelier; only the order of costs means something.
internal sealed record Reading(List<ReadStep> Steps, int Cost)
{
    IReadOnlyList<Syllable>? _syllables;

    public IReadOnlyList<Syllable> Syllables => _syllables ??= [.. Steps.SelectMany(step => step.Syllables)];
}
