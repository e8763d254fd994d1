using Grpc.Core;
using Referral.Contracts.Language;
using Referral.Language;
using Referral.Language.Matching;
using Referral.Language.Transcription;

namespace Referral.LanguageHost;

/// <summary>The gRPC service: each call is one call of the library.</summary>
internal sealed class LanguageCalls : LanguageEngine.LanguageEngineBase
{
    private const int TextMax = 1000, NamesMax = 20, HeldMax = 1000;
    private static readonly string[] Readers = ["lo", "th", "zh", "vi", "en"];

    /// <summary>One name through the tables of each script: what is not built in shows at once.</summary>
    public static bool TablesAreRead() =>
        new[] { "บัววัน", "ບົວວັນ", "李芳" }.All(name => MatchKeys.Of(name).Count > 0);

    public override Task<RenderAnswer> Render(RenderRequest request, ServerCallContext call)
    {
        Require(request.Text.Length <= TextMax, "text");
        Require(Readers.Contains(request.Reader), "reader");
        var script = request.Script.Length > 0 ? request.Script : Scripts.Of(request.Text);
        var forms = request.Kind switch
        {
            RenderRequest.Types.Kind.Person => Names.Render(
                new PersonName(request.Text, script, null, null, null, null, NameOrder.Unknown),
                    request.Reader),
            RenderRequest.Types.Kind.Place => Places.Render(request.Text, script, request.Reader),
            RenderRequest.Types.Kind.Date => Date(request.Text, request.Reader),
            _ => throw No("kind"),
        };
        return Task.FromResult(new RenderAnswer
        {
            Forms =
            {
                forms.Select(form => new RenderedText
                {
                    Text = form.Text, Kind = form.Kind, Script = form.Script, Scheme = form.Scheme,
                }),
            },
        });
    }

    public override Task<RomaniseAnswer> Romanise(RomaniseRequest request, ServerCallContext call)
    {
        Require(request.Text.Length <= TextMax, "text");
        var known = Enum.TryParse<NameKind>(request.Kind.Length == 0 ? "person"
            : request.Kind, true, out var kind);
        Require(known, "kind");
        var scheme = Schemes.Find(request.Scheme, kind) ?? throw No("scheme");
        var made = scheme.Of(request.Text);
        return Task.FromResult(new RomaniseAnswer { Text = made.Text, Reason = made.IsMade ? ""
            : made.Reason });
    }

    public override Task<MatchAnswer> Match(MatchRequest request, ServerCallContext call)
    {
        Require(request.Asked is not null, "asked");
        Require(request.Held.Count <= HeldMax, "held");
        Require(request.Held.Append(request.Asked).All(one => one!.Names.Count <= NamesMax), "names");
        var asked = PersonOf(request.Asked!);
        return Task.FromResult(new MatchAnswer
        {
            Found =
            {
                request.Held.Select(one => PersonMatch.Score(asked, PersonOf(one)))
                    .OrderByDescending(one => one.Score).ThenBy(one => one.Id, StringComparer.Ordinal)
                        .Select(Told),
            },
        });
    }

    public override Task<MoveTranslationAnswer> MoveTranslation(
        MoveTranslationRequest request, ServerCallContext call) =>
        Task.FromResult(TranslationMoves.Of(request) ?? throw No("state"));

    private static IReadOnlyList<RenderedForm> Date(string text, string reader) =>
        Dates.Read(text) is not { } read ? [] :
        [
            new RenderedForm(Dates.Write(read.Value, read.Precision, reader), "date", "Zyyy",
                read.Calendar.ToString(), "RULE-TABLES", Reviewed: false),
        ];

    private static MatchPerson PersonOf(Person one) => new(one.Id, one.Names, one.Born, one.Sex, one.Place);

    private static Likeness Told(MatchFound found) => new()
    {
        Id = found.Id,
        Score = found.Score,
        Reasons =
        {
            found.Reasons.Select(one => new Reason
            {
                Topic = one.Topic.ToString().ToUpperInvariant(), Asked = one.Asked, Held = one.Held,
                Agreement = one.Agreement, Share = one.Weight, Because = one.Because, Keys = { one.Keys },
            }),
        },
    };

    private static void Require(bool holds, string field)
    {
        if (!holds) throw No(field);
    }

    // The field alone: what stood in it may be a name.
    private static RpcException No(string field) =>
        new(new Status(StatusCode.InvalidArgument,
            $"The field {field} is not as language.proto asks for it."));
}
