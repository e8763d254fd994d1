using System.Reflection;
using Referral.Gateway;

namespace Referral.Network;

/// <summary>The four countries of the network, in the order in which ports are given out.</summary>
public static class Members
{
    private static readonly IReadOnlyList<(Country Country, Assembly Program)> Four =
    [
        (Laos.Laos.Country, typeof(Laos.Laos).Assembly),
        (Thailand.Thailand.Country, typeof(Thailand.Thailand).Assembly),
        (China.China.Country, typeof(China.China).Assembly),
        (Vietnam.Vietnam.Country, typeof(Vietnam.Vietnam).Assembly),
    ];

    public static IReadOnlyList<Country> All { get; } = [.. Four.Select(one => one.Country)];

    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(country => country.Code)];

    /// <summary>The country with this code. Throws where it is none of the four.</summary>
    public static Country Of(string code) => All.First(country => country.Code == code);

    /// <summary>File of the country's program, beside this one.</summary>
    internal static string ProgramOf(string code) =>
        Path.Combine(AppContext.BaseDirectory,
            $"{Four.First(one => one.Country.Code == code).Program.GetName().Name}.dll");

    /// <summary>Where a gateway of a network in this folder keeps its things.</summary>
    public static string DataFolder(string networkFolder, string code) =>
        Path.Combine(networkFolder, code.ToLowerInvariant());
}
