using System.Text;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Access;
using Referral.Tests.Conventions;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Access;

/// <summary>
/// The sweep: every call of the door, really made, by every role. What the door lets through stands in an
/// approved file; whoever reads nothing of a case in the matrix is let through to none.
/// </summary>
[Collection(AtTheDesk.Name)]
public class When_every_role_makes_every_call(RunningGateways gateways)
{
    private const string Country = "TH";

    // Calls about no case: agreements, the border, the log, feeds.
    private static readonly string[] NoCase = ["Agreements", "Border", "Access", "Feeds", "Evidence"];

    [Fact]
    public async Task the_door_opens_for_those_it_is_approved_for_and_for_nobody_else()
    {
        using var channel = GrpcChannel.ForAddress(gateways.Network.Of(Country).Door);
        var text = new StringBuilder("# Made by the sweep: each call, and the roles it is open to.\n");
        foreach (var rule in Rules.OrderBy(rule => rule.Method, StringComparer.Ordinal))
        {
            var let = new List<string>();
            foreach (var role in RoleBook.Shipped.Codes)
            {
                if (await LetsIn(channel, rule, role))
                    let.Add(role);
            }

            let.ShouldBe(rule.Roles, ignoreOrder: true, $"{rule.Method}");
            text.Append($"{rule.Call.Service.Name}.{rule.Call.Name}: {string.Join(' ', let)}\n");
        }

        Approved.Match("tests/Referral.Tests/Gateway/Access/door.approved.txt", text.ToString());
    }

    [Fact]
    public void whoever_reads_nothing_of_a_case_makes_no_call_about_one()
    {
        var blind = RoleBook.Shipped.Codes.Where(role => RoleBook.Shipped.Areas
            .Where(area => area.StartsWith('P')).All(
                area => RoleBook.Shipped.May(role, area) is "-" or "log" or "count")).ToList();
        blind.ShouldContain("SY");
        blind.ShouldContain("ST");
        Rules.Where(rule => !NoCase.Contains(rule.Call.Service.Name) && rule.Roles.Overlaps(blind))
            .Select(rule => rule.Method).ShouldBeEmpty();
    }

    private IReadOnlyCollection<CallRule> Rules =>
        gateways.Host(Country).Services.GetRequiredService<CallRules>().All;

    private async Task<bool> LetsIn(GrpcChannel channel, CallRule rule, string role)
    {
        var options = gateways.Desk(Country).As(new Seat($"sweep.{role}", $"{Country}-HOME", role));
        try
        {
            if (rule.Call.IsServerStreaming)
            {
                // A stream that is let in goes on for ever: half a second without a no is a yes.
                using var stream = channel.CreateCallInvoker().AsyncServerStreamingCall(Method(rule), null,
                    options.WithDeadline(DateTime.UtcNow.AddMilliseconds(500)), Empty(rule));
                while (await stream.ResponseStream.MoveNext(CancellationToken.None))
                {
                }
            }
            else
            {
                await channel.CreateCallInvoker().AsyncUnaryCall(Method(rule), null, options, Empty(rule));
            }
        }
        catch (RpcException no)
        {
            no.StatusCode.ShouldNotBe(StatusCode.Internal, $"{rule.Method} as {role}");
            no.StatusCode.ShouldNotBe(StatusCode.Unauthenticated, $"{rule.Method} as {role}");
            return no.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason != "REF-2002";
        }

        return true;
    }

    private static IMessage Empty(CallRule rule) => rule.Call.InputType.Parser.ParseFrom([]);

    private static Method<IMessage, IMessage> Method(CallRule rule) => new(
        rule.Call.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary,
        rule.Call.Service.FullName, rule.Call.Name,
        Marshallers.Create(one => one.ToByteArray(), bytes => rule.Call.InputType.Parser.ParseFrom(bytes)),
        Marshallers.Create(one => one.ToByteArray(), bytes => rule.Call.OutputType.Parser.ParseFrom(bytes)));
}
