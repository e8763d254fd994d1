using Referral.Contracts.Desk;
using Referral.Contracts.Letters;

namespace Referral.Journeys.BadInput;

/// <summary>A case with texts and two lists nearly as long as they may be. Its person is invented.</summary>
internal static class LargeCase
{
    private const int TextCharacters = 20_000;
    private const int NameCharacters = 200;
    private const int Entries = 50;

    /// <summary>Registers it. Gives its local number.</summary>
    public static async Task<string> Make(Cases.CasesClient door, Func<Grpc.Core.CallOptions> seat)
    {
        var made = await door.CreateCaseAsync(new()
        {
            CommandId = Guid.NewGuid().ToString(), Origin = "LA", HappenedOn = "2026-11-02",
        }, seat());
        foreach (var section in Sections())
            await door.EditSectionAsync(
                new() { CommandId = Guid.NewGuid().ToString(), Case = made.Case, Section = section }, seat());
        return made.Case;
    }

    private static Section[] Sections() =>
    [
        new()
        {
            Person = new()
            {
                Name = Name(),
                OtherNames =
                {
                    Many(() => new OtherName { Text = Name().AsWritten, Script = "Thai", Kind = "later" }),
                },
            },
        },
        new()
        {
            OriginFamily = new()
            {
                Relatives = { Many(() => new Relative { Name = Name(), Relation = "MOTHER" }) },
                DescriptionForTracing = Text(),
            },
        },
        new() { Facts = new() { Account = Text() } },
    ];

    private static IEnumerable<T> Many<T>(Func<T> one) => Enumerable.Range(0, Entries).Select(_ => one());

    private static PersonName Name() => new()
    {
        AsWritten = string.Concat(Enumerable.Repeat("บัววัน ", NameCharacters / 7)).Trim(), Script = "Thai",
        Order = NameOrder.GivenFamily,
    };

    private static WrittenText Text() => new()
    {
        Text = string.Concat(Enumerable.Repeat("เรื่องสมมติ ", TextCharacters / 12)), Language = "th",
    };
}
