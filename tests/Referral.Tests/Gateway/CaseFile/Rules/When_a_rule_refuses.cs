using Referral.Contracts.Desk;
using Referral.Contracts.Refusals;
using Referral.Gateway;
using Referral.Gateway.Agreements;
using Referral.Gateway.CaseFile.Rules;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rules;

public sealed class When_a_rule_refuses
{
    [Fact]
    public void every_sentence_has_all_its_values()
    {
        foreach (var refusal in Some())
            foreach (var language in new[] { "lo", "th", "zh", "vi", "en" })
            {
                var told = RefusalBook.Shipped.Tell(refusal.Code, language, refusal.Values);
                (told.Text + told.Remedy).ShouldNotContain("{", Case.Sensitive, refusal.Code);
            }
    }

    private static IEnumerable<Refusal> Some()
    {
        foreach (var field in new[] { "account", "shelter_name_address" })
        {
            yield return Permit("TH", "LA", "M01", field).Refusal!;
            yield return LetterBodies.Make("M01", InventedPerson.Folder(), [field], []).Refusal!;
        }
        yield return Permit("CN", "LA", "M01").Refusal!;
        yield return Permit("TH", "LA", "X99").Refusal!;
        yield return LetterBodies.Make("M01", InventedPerson.Folder(), ["accompanying_children"], [])
            .Refusal!;
        yield return LetterBodies.Make("M03", InventedPerson.Folder(), ["other_names"], []).Refusal!;
        yield return Photographs.Refuse("image/png", []);
        yield return Photographs.Refuse("application/pdf", []);
        yield return VictimDefinition.Require(Folder.Of("TH", "LA", [])).Refusal!;
        yield return Check(new() { ExploitedFrom = "2568" }).Refusal!;
        yield return Check(new() { ExploitedFrom = "2999-01-77" }).Refusal!;
        yield return Check(new() { ExploitedFrom = "2026" }).Refusal!;
        yield return Check(new() { Sector = "NONE-SUCH" }).Refusal!;
        yield return Check(new() { Sector = new string('X', 201) }).Refusal!;
        yield return Check(new() { Account = new() { Text = "\a" } }).Refusal!;
        foreach (var spoil in new[] { "2", "1" })
            yield return Judge.PermitArrived(
                new()
                {
                    Head = new()
                    {
                        Kind = "M02", Referral = "", AgreementId = "LA-CN", AgreementVersion = spoil,
                        FromCountry = "LA",
                        ToCountry = "CN", WrittenAt = new(),
                    },
                    NoticeAcknowledged = new(),
                }, Register.AsShipped).Refusal!;
    }

    private static Decision<Permission> Permit(string host, string origin, string kind,
        params string[] fields) =>
        Judge.Permit(new(host, origin, host, origin, kind, fields), Register.AsShipped,
            DateTimeOffset.UnixEpoch);

    private static Decision<Section> Check(FactsSection facts) =>
        FolderChecks.Check(new Section { Facts = facts }, "TH", InventedPerson.Today);
}
