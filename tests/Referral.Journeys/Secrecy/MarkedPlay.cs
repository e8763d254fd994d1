using System.Text;
using Google.Protobuf;
using Referral.Network;
using Referral.Network.Play;
using Shouldly;

namespace Referral.Journeys.Secrecy;

/// <summary>The marked case, played on a network, and the marks that came out of it.</summary>
internal sealed class MarkedPlay
{
    private const int MarkCharactersMin = 6;

    private MarkedPlay(SideView host, SideView origin) => (Host, Origin) = (host, origin);

    public SideView Host { get; }

    public SideView Origin { get; }

    /// <summary>
    /// Names and places as they were entered, and as the other side's reader saw them: a romanised name is as
    /// secret as the name.
    /// </summary>
    public IReadOnlyList<string> Marks =>
    [
        .. MarkedCase.Marks,
        .. Origin.Case.Fields.Concat(Host.Case.Fields)
            .Where(one => one.Key is "name_native" or "place_origin")
            .SelectMany(one => one.Renderings).SelectMany(form => form.Text.Split(' '))
            .Where(text => text.Length >= MarkCharactersMin),
    ];

    public static async Task<MarkedPlay> Run(RunningNetwork network)
    {
        using var play = new CasePlay(MarkedCase.File(), network, new());
        var report = await play.Run();
        report.Problems.ShouldBeEmpty();
        report.Refusals.Select(refusal => $"{refusal.What}: {refusal.Code}").ShouldBeEmpty();
        var seen = (await play.Look()).ShouldNotBeNull();
        return new(seen.Host, seen.Origin.ShouldNotBeNull());
    }

    /// <summary>The control of the play: what the officers see in the clear does hold the marks.</summary>
    public void ShouldShowTheMarks()
    {
        var folder = Directory.CreateTempSubdirectory("referral-export-");
        try
        {
            var file = Path.Combine(folder.FullName, "export.json");
            File.WriteAllText(file, JsonFormatter.Default.Format(Host.Case), new UTF8Encoding(false));
            foreach (var mark in MarkedCase.Shown)
                new MarkSearch([mark]).InFolder(folder.FullName).Found.ShouldNotBeEmpty(mark);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        Marks.Count.ShouldBeGreaterThan(MarkedCase.Marks.Count);
    }
}
