using System.Net;
using System.Net.Sockets;

namespace Referral.Network.Processes;

/// <summary>
/// Ports of the loopback address that nobody listens on now. They may be taken until they are used. They lie
/// below the range from which the system numbers outgoing connections: a gateway that was killed must find
/// its port free when it comes back, and nobody who calls it meanwhile may be given that very port.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int AfterLast = 32_000;

    public static IReadOnlyList<int> Take(int count)
    {
        var taken = new HashSet<int>();
        while (taken.Count < count)
        {
            var port = Random.Shared.Next(First, AfterLast);
            if (IsFree(port)) taken.Add(port);
        }
        return [.. taken];
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
