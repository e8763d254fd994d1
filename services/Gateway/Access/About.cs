using Google.Protobuf;
using Grpc.Core;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Access;

/// <summary>
/// What a call is about, as the access journal tells it. Who asks for a text does not learn its case; the
/// gateway does once it has found it, and the journal names both.
/// </summary>
/// <param name="Case">Number of the case; empty where the call named none, or no case was found.</param>
/// <param name="Text">Name of a text, "texts/" and its id; empty for none.</param>
internal sealed record About(string Case, string Text = "")
{
    private const string Found = "referral-case-found";

    public static About Of(IMessage? request) =>
        CaseNames.In(request) is var named && CaseNames.IsText(named) ? new("", named) : new(named);

    public IEnumerable<(string Name, string Value)> Values =>
        Text.Length == 0 ? [("case", Case)] : [("case", Case), ("text", Text)];

    /// <summary>The same with the case that the call has found by now.</summary>
    public About Now(ServerCallContext call) =>
        Text.Length > 0 && call.UserState.TryGetValue(Found, out var number)
            ? this with { Case = (string)number } : this;

    /// <summary>Tells the door which case a text belongs to. It stays on this side of the answer.</summary>
    public static void Tell(ServerCallContext call, CaseRow row) => call.UserState[Found] = row.LocalNumber;
}
