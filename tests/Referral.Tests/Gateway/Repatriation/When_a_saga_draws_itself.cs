using Referral.Gateway.Repatriation;
using Referral.Tests.Conventions;
using Xunit;

namespace Referral.Tests.Gateway.Repatriation;

/// <summary>Each saga draws itself; the drawing that was approved stands beside this test.</summary>
public sealed class When_a_saga_draws_itself
{
    private const string Folder = "tests/Referral.Tests/Gateway/Repatriation";

    [Fact]
    public void the_hosts_drawing_is_the_approved_one() =>
        Approved.Match($"{Folder}/HostCase.mmd", SagaDrawing.Of(new HostCaseMachine()));

    [Fact]
    public void the_origins_drawing_is_the_approved_one() =>
        Approved.Match($"{Folder}/OriginCase.mmd", SagaDrawing.Of(new OriginCaseMachine()));
}
