using System.CommandLine;
using Referral.Network;

namespace Referral.Cli.Watch;

/// <summary>The options that `referral border` and `referral why` share.</summary>
internal sealed class WatchOptions
{
    private const int FirstGrpcPort = 5101;
    private const string Table = "table";
    private const string Json = "json";

    private readonly Option<string> _country = new("--country")
    {
        Description = "Whose gateway is asked", Required = true,
    };

    private readonly Option<string?> _data =
        DataFolders.Option($"Folder of the network; default {DataFolders.Own}");

    private readonly Option<int> _port = new("--grpc-port")
    {
        Description = "First of the four gRPC ports, as `referral up` was given it",
        DefaultValueFactory = _ => FirstGrpcPort,
    };

    private readonly Option<string?> _language = new("--language")
    {
        Description = "lo, th, zh, vi or en; default: the country's own",
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "table, or json for programs", DefaultValueFactory = _ => Table,
    };

    public WatchOptions()
    {
        _country.AcceptOnlyFromAmong([.. Members.Codes]);
        _language.AcceptOnlyFromAmong("lo", "th", "zh", "vi", "en");
        _output.AcceptOnlyFromAmong(Table, Json);
        _port.Validators.Add(port =>
        {
            if (port.GetValueOrDefault<int>() is < 1024 or > 65_532)
                port.AddError("--grpc-port is 1024 to 65532: four ports follow each other.");
        });
    }

    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _country, _data, _port, _language, _output })
            verb.Options.Add(option);
    }

    public Asked Of(ParseResult parsed)
    {
        var country = parsed.GetValue(_country)!;
        return new(country, parsed.GetValue(_data) ?? DataFolders.Own,
            parsed.GetValue(_port) + Members.Codes.ToList().IndexOf(country),
            parsed.GetValue(_language) ?? Members.Of(country).Language,
            parsed.GetValue(_output) == Json);
    }
}
