using System.Globalization;
using Referral.Contracts;
using Referral.Network;
using Referral.Network.Embedded;
using Referral.Walls.Program;

// Runs the embedded network for the test of the walls, so that the test can end it with kill -9. Arguments:
// the network's folder, seconds until a letter is sent again, and the held lines, "SENDER-RECEIVER" each.
var held = args[2..].ToHashSet();
var carriers = new Dictionary<string, HeldCarrier>();
var turn = new Lock();
var settings = new NetworkSettings { ResendSeconds = int.Parse(args[1], CultureInfo.InvariantCulture) };
await using var network = await EmbeddedNetwork.Start(args[0], settings, (country, inner) =>
    Keep(country, new HeldCarrier(country, inner, held, pouch => Say(new(Pouch: pouch)))));
Say(new(Doors: network.Running.Gateways.ToDictionary(one => one.Country.Code, one => one.Door.ToString())));

while (await Console.In.ReadLineAsync() is { } line)
{
    var asked = Line.Read<Asked>(line);
    if (asked.Confirms is { } open) carriers[asked.User!].Confirms.Set(open);
    if (asked.Put is { } pouch) await Put(pouch, asked.Into!, asked.User!);
}

// A letterbox here is found by what stands on the pouch. One with another name on it is handed to the gateway
// as its letterbox would, which a broker does not look into either.
Task Put(SealedPouch pouch, string into, string user) => pouch.To == into
    ? carriers[user].Put(pouch)
    : network.HostOf(into).Arrivals.Receive(pouch, user, CancellationToken.None);

HeldCarrier Keep(string country, HeldCarrier carrier)
{
    lock (turn) return carriers[country] = carrier;
}

void Say(Said what)
{
    lock (turn) Console.Out.WriteLine(Line.Write(what));
}
