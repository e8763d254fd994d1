using System.Text;
using Referral.Gateway.Journal.Pack;
using Referral.Network;
using Referral.Tests.Gateway.Running;
using Referral.Tests.Gateway.Texts;
using Referral.Verifier.Pack;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Journal.Pack;

/// <summary>The page of a court pack says what a text's translation is worth. Persons are invented.</summary>
[Collection(AcrossTheBorder.Name)]
public sealed class When_a_packed_letter_holds_a_free_text(RunningGateways gateways)
{
    [Fact]
    public async Task its_translation_stands_there_with_its_state()
    {
        var one = await TextCase.Arrived(gateways);
        Page(one).ShouldContain("ຍັງບໍ່ໄດ້ແປ");

        await one.Draft(await one.Unit(), "⟦2⟧ ⟦1⟧ ໂທ ⟦3⟧ (ສົມມຸດ)");

        var page = Page(one);
        page.ShouldContain("ໂທ 030 555 0123 (ສົມມຸດ)");
        page.ShouldContain("ຮ່າງຂອງຜູ້ແປ, ຍັງບໍ່ໄດ້ກວດ");
    }

    private string Page(TextCase one) => Encoding.UTF8.GetString(PackParts.Parts(CourtPack.Make(
        new(gateways.DataFolder("LA"), Members.Of("LA"), one.Number, "lo"), TimeProvider.System)
        .Outcome)[PackFormat.Summary]);
}
