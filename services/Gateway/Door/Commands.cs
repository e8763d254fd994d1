using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>
/// Runs a caller's command once. The same id with the same content has one effect and gets the stored answer;
/// with other content it is refused. A refused command had no effect and may be sent again when the cause is
/// mended.
/// </summary>
internal sealed class Commands(Steps steps)
{
    public const string OtherContent = "REF-2005";
    public const string IdMissing = "REF-2006";

    public async Task<Decision<TAnswer>> Do<TAnswer>(
        Caller caller, string commandId, IMessage request, MessageParser<TAnswer> parser,
        Func<Step, Task<Decision<(CaseRow? Case, TAnswer Answer)>>> work)
        where TAnswer : class, IMessage<TAnswer>
    {
        if (!Guid.TryParse(commandId, out var id) || id == Guid.Empty)
        {
            return Refusal.Of(IdMissing);
        }

        var key = id.ToString("D");

        // What a rule refuses may be 10 MB of text: it is not hashed.
        string? known = null;
        string Content() => known ??= ContentOf(caller, request);
        return await steps.Take<TAnswer>(async step =>
        {
            if (await step.Db.Commands.FindAsync(key) is { } done)
            {
                return done.Content == Content()
                    ? parser.ParseFrom(Opened(step, key, done))
                    : Refusal.Of(OtherContent);
            }

            var answer = await work(step);
            if (answer.Refused)
            {
                return answer.Refusal;
            }

            step.Db.Commands.Add(new CommandRow
            {
                CommandId = key,
                Content = Content(),
                CaseId = answer.Outcome.Case?.Id,
                Answer = answer.Outcome.Case is { } row
                    ? step.Seal(row.Id, $"commands/{key}", answer.Outcome.Answer)
                    : answer.Outcome.Answer.ToByteArray(),
                At = step.Now,
            });
            return answer.Outcome.Answer;
        });
    }

    private static byte[] Opened(Step step, string key, CommandRow done) =>
        done.CaseId is { } id ? step.Open(id, $"commands/{key}", done.Answer) : done.Answer;

    // The content may be 10 MB: it is not joined to what stands before it.
    private static string ContentOf(Caller caller, IMessage request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(
            $"{caller.Account}\n{caller.Post}\n{request.Descriptor.FullName}\n"));
        hash.AppendData(request.ToByteArray());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
