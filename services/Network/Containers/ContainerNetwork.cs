using System.Globalization;
using System.Text;

namespace Referral.Network.Containers;

/// <summary>The gateways of a network of containers, as this machine reaches them.</summary>
public static class ContainerNetwork
{
    /// <summary>Where the gateways are that were founded in this folder; they may run or not.</summary>
    /// <exception cref="NetworkFault">The folder was not founded for containers.</exception>
    public static RunningNetwork Of(string folder)
    {
        var place = new ContainerFolder(folder);
        if (!File.Exists(place.Environment))
            throw new NetworkFault($"{place.Root} was not founded for containers: "
                + $"referral found --out {place.Root}");
        var told = File.ReadLines(place.Environment).Where(line => line.Contains('=') && line[0] != '#')
            .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new(place.Root, [.. Members.All.Select(country => new RunningGateway(
            country,
            new Uri($"http://127.0.0.1:{told[GrpcPort(country.Code)]}"),
            new Uri($"http://127.0.0.1:{told[PagesPort(country.Code)]}"),
            Members.DataFolder(place.Root, country.Code)))]);
    }

    /// <summary>The file that compose reads: where things are, and nothing secret.</summary>
    internal static string Text(ContainerFolder place, ContainerWishes wishes)
    {
        var text = new StringBuilder()
            .AppendLine("# Made by `referral found`. docker-compose --env-file THIS-FILE up -d")
            .AppendLine(CultureInfo.InvariantCulture, $"REFERRAL_FOLDER={place.Root}")
            .AppendLine(CultureInfo.InvariantCulture, $"REFERRAL_USER={wishes.User}");
        for (var index = 0; index < Members.Codes.Count; index++)
            text.AppendLine(CultureInfo.InvariantCulture,
                    $"{GrpcPort(Members.Codes[index])}={wishes.FirstGrpcPort + index}")
                .AppendLine(CultureInfo.InvariantCulture,
                    $"{PagesPort(Members.Codes[index])}={wishes.FirstPagesPort + index}");
        return text.ToString();
    }

    private static string GrpcPort(string code) => $"REFERRAL_{code}_GRPC_PORT";

    private static string PagesPort(string code) => $"REFERRAL_{code}_PAGES_PORT";
}
