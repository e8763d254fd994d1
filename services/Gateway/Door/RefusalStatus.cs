using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Referral.Contracts.Refusals;

namespace Referral.Gateway.Door;

/// <summary>
/// A refusal as gRPC says it: status code, ErrorInfo with our REF number, and the sentence with its remedy in
/// the caller's language and in English.
/// </summary>
internal static class RefusalStatus
{
    /// <summary>Domain of our numbers in ErrorInfo.</summary>
    public const string Domain = "referral";

    /// <summary>
    /// Characters of one value told again. A client takes 64 KB of headers at most, and what a caller put
    /// into a code's place may be anything: what is longer is left out.
    /// </summary>
    public const int ValueCharactersMax = 1000;

    public static RpcException Of(Refusal told, string language)
    {
        var refusal = told with { Values = Bounded(told.Values) };
        var text = RefusalBook.Shipped.Tell(refusal.Code, language, refusal.Values);
        var status = new Google.Rpc.Status
        {
            Code = (int)CodeOf(refusal.Code),
            Message = $"{refusal.Code} {RefusalBook.Shipped.Sentence(refusal.Code, "en", refusal.Values)}",
        };
        var error = new ErrorInfo { Reason = refusal.Code, Domain = Domain };
        error.Metadata.Add(refusal.Values.ToDictionary());
        // Beside "mark", which may stand among the values: the mark of the law that refuses.
        error.Metadata["text_mark"] = text.Mark;
        status.Details.Add(Any.Pack(error));
        status.Details.Add(Any.Pack(
            new LocalizedMessage { Locale = text.Language, Message = $"{text.Text} {text.Remedy}" }));
        if (refusal.Values.TryGetValue("field", out var field))
        {
            status.Details.Add(Any.Pack(At(field, refusal.Code, status.Message, text)));
        }

        return status.ToRpcException();
    }

    // Which field of the request is at fault, where one is.
    private static BadRequest At(string field, string code, string english, RefusalSentence text) => new()
    {
        FieldViolations =
        {
            new BadRequest.Types.FieldViolation
            {
                Field = field,
                Reason = code,
                Description = english,
                LocalizedMessage = new LocalizedMessage { Locale = text.Language, Message = text.Text },
            },
        },
    };

    private static Dictionary<string, string> Bounded(IReadOnlyDictionary<string, string> values) =>
        values.ToDictionary(
            v => v.Key, v => v.Value.Length > ValueCharactersMax ? "-" : v.Value, StringComparer.Ordinal);

    private static Code CodeOf(string code) => code switch
    {
        "REF-2001" => Code.Unauthenticated,
        "REF-2002" or "REF-2003" or "REF-2104" or "REF-2704" or "REF-2011" => Code.PermissionDenied,
        "REF-2012" or "REF-2016" => Code.ResourceExhausted,
        "REF-2013" => Code.Unimplemented,
        "REF-2004" or "REF-2014" or "REF-2440" or "REF-2701" => Code.NotFound,
        "REF-2005" or "REF-2007" or "REF-2702" => Code.Aborted,
        "REF-2006" or "REF-2008" or "REF-2009" or "REF-2015" or "REF-2117" or "REF-2303" or "REF-2304"
            or "REF-2305" or "REF-2703" => Code.InvalidArgument,
        _ => Code.FailedPrecondition,
    };
}
