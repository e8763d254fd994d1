using System.Globalization;
using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.Journal.Pack;

/// <summary>What stands at the top of a summary.</summary>
/// <param name="Order">What was asked for.</param>
/// <param name="MadeAt">When the pack was made.</param>
/// <param name="Fingerprint">Of the trust list, to be compared on paper.</param>
/// <param name="PostOf">A post by its id, from the members' directories; null where none is known.</param>
internal sealed record SummaryHead(
    PackOrder Order, DateTimeOffset MadeAt, string Fingerprint, Func<string, Post?> PostOf)
{
    private const string English = "en";

    /// <summary>The lists that its words come from; their version stands on the page.</summary>
    public VocabularyBook Book { get; init; } = VocabularyBook.Shipped;

    /// <summary>The two languages; one where English was asked for.</summary>
    public IReadOnlyList<string> Languages { get; } =
        Order.Language == English ? [English] : [Order.Language, English];

    /// <summary>A moment as it stands in the journal: UTC, milliseconds.</summary>
    public static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
