namespace Referral.Language.Translation;

/// Units that wait for a person, oldest first, each with its names masked: who translates does not learn who
/// it is about. It holds them in memory; a gateway keeps its own rows and makes one of these to hand work
/// out.
public sealed class TranslationQueue
{
    readonly List<Waiting> _waiting = [];

    public int Count => _waiting.Count;

    /// names: of the persons in the text. The unit that comes out holds signs in their places.
    public void Add(TranslationUnit unit, IEnumerable<string> names) =>
        _waiting.Add(new(unit, Masking.Of(unit.Source, names)));

    /// The oldest that this account may work on: untranslated, machine-made, or another's draft to review.
    /// Null where there is none. It stays in the queue until it is given back.
    public TranslationUnit? Next(string account, string from, string to) => _waiting
        .Where(one => one.Unit.SourceLanguage == from && one.Unit.TargetLanguage == to)
        .Where(one => one.Unit.State < TranslationState.HumanDraft
            || one.Unit.State == TranslationState.HumanDraft
            && !one.Unit.Translator.Equals(account, StringComparison.OrdinalIgnoreCase))
        .Select(one => one.Unit with { Source = one.Masking.Text }).FirstOrDefault();

    /// Takes a draft of the masked text. Refuses what loses a sign, and an unknown id (NO_TEXT).
    public Moved Draft(string id, string maskedTarget, string translator, DateTimeOffset at) =>
        Move(id, one =>
        one.Masking.PutBack(maskedTarget) is null
            ? new(null, Moved.NoText) : one.Unit.Drafted(maskedTarget, translator, at));

    /// A reviewed unit leaves the queue, with names and numbers put back.
    public Moved Review(string id, string reviewer, DateTimeOffset at)
    {
        var moved = Move(id, one => one.Unit.Reviewed(reviewer, at));
        if (moved.Unit is null) return moved;
        var done = _waiting.Find(one => one.Unit.Id == id)!;
        _waiting.Remove(done);
        return new(moved.Unit with { Target = done.Masking.PutBack(moved.Unit.Target)! }, "");
    }

    Moved Move(string id, Func<Waiting, Moved> move)
    {
        var at = _waiting.FindIndex(one => one.Unit.Id == id);
        if (at < 0) return new(null, Moved.NoText);
        var moved = move(_waiting[at]);
        if (moved.Unit is { } unit) _waiting[at] = _waiting[at] with { Unit = unit };
        return moved;
    }

    sealed record Waiting(TranslationUnit Unit, Masking Masking);
}
