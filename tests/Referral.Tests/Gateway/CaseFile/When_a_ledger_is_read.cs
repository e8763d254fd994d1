using Referral.Gateway.CaseFile;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile;

public class When_a_ledger_is_read
{
    private static readonly Ledger Both = Ledger.Empty
        .With(["NOTIFY_ORIGIN", "SHARE_IDENTITY"], Entry(Ledger.Given));

    [Fact]
    public void an_empty_one_gives_nothing()
    {
        Ledger.Empty.Standing.ShouldBeEmpty();
        Ledger.Empty.Lacking(["NOTIFY_ORIGIN"]).ShouldBe(["NOTIFY_ORIGIN"]);
        Ledger.Empty.Reference(["NOTIFY_ORIGIN"]).ShouldBeEmpty();
        Ledger.Empty.WasWithdrawn("NOTIFY_ORIGIN").ShouldBeFalse();
    }

    [Fact]
    public void entries_are_numbered_and_the_last_of_a_scope_stands()
    {
        var ledger = Both.With(["SHARE_IDENTITY"], Entry(Ledger.Withdrawn));

        ledger.Entries.Select(e => (e.Number, e.Scope, e.State)).ShouldBe(
            [(1, "NOTIFY_ORIGIN", "GIVEN"), (2, "SHARE_IDENTITY", "GIVEN"),
                (3, "SHARE_IDENTITY", "WITHDRAWN")]);
        ledger.Standing.ShouldBe(["NOTIFY_ORIGIN"]);
        ledger.WasWithdrawn("SHARE_IDENTITY").ShouldBeTrue();
        ledger.Lacking(["NOTIFY_ORIGIN", "SHARE_IDENTITY"]).ShouldBe(["SHARE_IDENTITY"]);
    }

    [Fact]
    public void what_was_withdrawn_may_be_given_again_and_a_letter_names_the_new_entry()
    {
        var ledger = Both.With(["SHARE_IDENTITY"], Entry(Ledger.Withdrawn))
            .With(["SHARE_IDENTITY"], Entry(Ledger.Given));

        ledger.WasWithdrawn("SHARE_IDENTITY").ShouldBeFalse();
        ledger.Reference(["NOTIFY_ORIGIN", "SHARE_IDENTITY"]).ShouldBe("NOTIFY_ORIGIN/1 SHARE_IDENTITY/4");
    }

    [Fact]
    public void a_refusal_is_not_a_consent_and_no_withdrawal()
    {
        var ledger = Ledger.Empty.With(["NOTIFY_ORIGIN"], Entry(Ledger.Refused));

        ledger.Stands("NOTIFY_ORIGIN").ShouldBeFalse();
        ledger.WasWithdrawn("NOTIFY_ORIGIN").ShouldBeFalse();
        ledger.Reference(["NOTIFY_ORIGIN"]).ShouldBeEmpty();
    }

    [Fact]
    public void a_guardians_consent_is_one_for_every_scope_asked()
    {
        var mixed = Both.With(["SHARE_IDENTITY"], Entry(Ledger.Given) with { ByGuardian = true });

        mixed.ByGuardian(["SHARE_IDENTITY"]).ShouldBeTrue();
        mixed.ByGuardian(["NOTIFY_ORIGIN", "SHARE_IDENTITY"]).ShouldBeFalse();
    }

    private static ConsentEntry Entry(string state) =>
        new(0, "", state, "2025-07-20", "XA-WELFARE", "lao", "INVENTED", ByGuardian: false);
}
