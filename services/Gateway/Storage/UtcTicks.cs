using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Referral.Gateway.Storage;

/// <summary>
/// A moment as UTC ticks (100 ns since year 1): exact, ordered, the same on every provider.
/// </summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
