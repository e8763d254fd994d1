using Microsoft.EntityFrameworkCore;
using Referral.Tests.Gateway.CaseFile;
using Shouldly;

namespace Referral.Tests.Gateway.Running;

/// <summary>What stood on the way to the other country before something was refused.</summary>
internal sealed record NothingLeft
{
    private readonly PlayedCase _case;

    private NothingLeft(PlayedCase played) => _case = played;

    public int Pouches { get; init; }

    public int LettersHere { get; init; }

    public int CasesThere { get; init; }

    public int LettersThere { get; init; }

    public static async Task<NothingLeft> Of(PlayedCase played) => new(played)
    {
        Pouches = played.Gateways.CarrierOf(played.Host).PouchesTo(played.Origin),
        LettersHere = await played.Gateways.Rows(played.Host, db => db.LettersOut.CountAsync()),
        CasesThere = await played.Gateways.Rows(played.Origin, db => db.Cases.CountAsync()),
        LettersThere = await played.Gateways.Rows(played.Origin, db => db.LettersIn.CountAsync()),
    };

    /// <summary>
    /// Nothing is due, nothing went to the carrier, the other country has no row; the case can be edited.
    /// </summary>
    public async Task StillHolds()
    {
        // A letter would be due at once; the outbox would have had it by then.
        await Task.Delay(TimeSpan.FromMilliseconds(60));
        (await Of(_case)).ShouldBe(this);
        (await _case.View()).Referral.ShouldBeEmpty();
        var care = InventedPerson.Care();
        care.ShelterType = "GOV_EMERGENCY";
        var before = (await _case.View()).Revisions["care"];
        (await _case.Edit(new() { Care = care })).Revisions["care"].ShouldBe(before + 1);
    }
}
