using Google.Protobuf;
using Referral.Contracts.Desk;
using Referral.Gateway.Door.Wire;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>What a question takes in memory is known before it is read.</summary>
public sealed class When_a_question_is_weighed
{
    [Fact]
    public void what_a_question_becomes_is_never_more_than_its_weight()
    {
        foreach (var one in (IMessage[])
        [
            Filled(new RunBatchRequest(), r => r.Items.Add(new BatchItem { CreateCase = new() })),
            Filled(new RunBatchRequest(), r => r.Items.Add(new BatchItem())),
            Filled(new PrepareLetterRequest(), r => r.Kinds.Add("M01")),
            new EditSectionRequest { Section = new() { Facts = new() { Account = new()
                { Text = new string('ຂ', 500_000) } } } },
        ])
        {
            var bytes = one.ToByteArray();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var read = one.Descriptor.Parser.ParseFrom(bytes);
            var took = GC.GetAllocatedBytesForCurrentThread() - before;
            var weight = QuestionWeight.Of(bytes, one.Descriptor, long.MaxValue);
            weight.ShouldBeGreaterThan(took * 3 / 4, read.Descriptor.Name);
            weight.ShouldBeLessThan(took * 4, read.Descriptor.Name);
        }
    }

    private static T Filled<T>(T request, Action<T> add)
    {
        for (var count = 0; count < 50_000; count++) add(request);
        return request;
    }
}
