using Referral.Gateway.CaseFile;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile;

public class When_keys_are_at_hand
{
    private const int Most = 100;

    private readonly KeysAtHand _keys = new(Most);
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public void a_key_read_before_it_was_forgotten_is_not_kept()
    {
        var moment = _keys.Moment;

        _keys.Forget(_case);
        _keys.Keep(_case, [1], moment);

        _keys.Find(_case).ShouldBeNull();
    }

    [Fact]
    public void a_forgotten_key_is_overwritten()
    {
        byte[] key = [1, 2, 3];
        _keys.Keep(_case, key, _keys.Moment);

        _keys.Forget(_case);

        _keys.Find(_case).ShouldBeNull();
        key.ShouldBe(new byte[3]);
    }

    [Fact]
    public void so_is_one_that_was_not_used_for_a_while()
    {
        byte[] key = [1, 2, 3];
        _keys.Keep(_case, key, _keys.Moment);
        Fill(Most / 2);

        _keys.Forget(_case);

        _keys.Find(_case).ShouldBeNull();
        key.ShouldBe(new byte[3]);
    }

    [Fact]
    public void there_are_never_more_than_may_be_and_those_used_lately_stay()
    {
        _keys.Keep(_case, [1], _keys.Moment);
        for (var round = 0; round < 10; round++)
        {
            Fill(Most / 2 - 1);
            _keys.Find(_case).ShouldNotBeNull();
            _keys.Count.ShouldBeLessThanOrEqualTo(Most);
        }
    }

    private void Fill(int keys)
    {
        for (var one = 0; one < keys; one++)
            _keys.Keep(Guid.CreateVersion7(), [2], _keys.Moment);
    }
}
