namespace Referral.Gateway.Questions;

/// <summary>One question of a case, as this side knows it.</summary>
/// <param name="Id">UUID given by the side that asks.</param>
/// <param name="Code">Code of list question.</param>
/// <param name="Ours">This side asks.</param>
/// <param name="On">yyyy-MM-dd, sent or arrived.</param>
/// <param name="Post">Ours: the post that asks, whose task the answer is.</param>
/// <param name="LetterId">Theirs: the letter that asked.</param>
internal sealed record AskedQuestion(
    string Id, string Code, bool Ours, string On, string Post, string LetterId)
{
    public const string Open = "OPEN";
    public const string Prepared = "PREPARED";
    public const string Answered = "ANSWERED";
    public const string Refused = "REFUSED";

    /// <summary>OPEN, ANSWERED or REFUSED.</summary>
    public string State { get; init; } = Open;

    /// <summary>Row of the running deadline.</summary>
    public Guid? Deadline { get; init; }

    /// <summary>yyyy-MM-dd, or the REF number that says why there is none.</summary>
    public string DueOn { get; init; } = "";

    public string Answer { get; init; } = "";

    /// <summary>Language of the side that answered.</summary>
    public string Language { get; init; } = "";
    public string AnsweredOn { get; init; } = "";
}

/// <summary>What was asked about a case, both ways, oldest first. Sealed like the folder.</summary>
internal sealed record QuestionLog(IReadOnlyList<AskedQuestion> Asked)
{
    public static QuestionLog Empty { get; } = new([]);

    public AskedQuestion? Find(string id, bool ours) =>
        Asked.FirstOrDefault(q => q.Id == id && q.Ours == ours);

    public QuestionLog With(AskedQuestion one) => new(
        Asked.Any(q => q.Id == one.Id) ? [.. Asked.Select(q => q.Id == one.Id ? one : q)] : [.. Asked, one]);
}
