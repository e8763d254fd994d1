using System.Net;
using System.Net.Sockets;

namespace Referral.Network.Rabbit;

/// The four loopback ports of a private node. They are taken below the range from which the system numbers
/// outgoing connections: a client that tries again and again to reach a stopped broker would some day be
/// given the broker's own port, connect to itself and keep the broker from coming back.
internal sealed record NodePorts(int Amqp, int Management, int Names, int Nodes)
{
    private const int First = 20000;
    private const int AfterLast = 32000;

    public static NodePorts Free()
    {
        var ports = new HashSet<int>();
        for (var tries = 0; ports.Count < 4 && tries < 1000; tries++)
        {
            var port = Random.Shared.Next(First, AfterLast);
            if (IsFree(port))
                ports.Add(port);
        }
        if (ports.Count < 4)
            throw new RabbitFault("REF-3105",
                $"No four free ports between {First} and {AfterLast} on 127.0.0.1.");
        var found = ports.ToArray();
        return new NodePorts(found[0], found[1], found[2], found[3]);
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
