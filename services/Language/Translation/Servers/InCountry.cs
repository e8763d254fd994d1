using System.Net;
using System.Net.Sockets;

namespace Referral.Language.Translation.Servers;

/// Which addresses may be sent to. A case's text is a victim's: it does not leave the country to be
/// translated.
static class InCountry
{
    /// Whether an address may be written into the settings: http or https to loopback, to a private address,
    /// or
    /// to a host that is allowed by its name. What a name stands for is asked again when it is connected to.
    public static bool Admits(Uri address, IReadOnlyList<string> allowedHosts)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")
            || address.UserInfo.Length > 0)
            return false;
        if (allowedHosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase)) return true;
        return address.IsLoopback || IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip)
            && IsPrivate(ip);
    }

    /// Loopback; 10/8, 172.16/12, 192.168/16; fc00::/7.
    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? bytes[0] == 10 || bytes[0] == 172 && bytes[1] is >= 16 and <= 31 || bytes[0] == 192
                && bytes[1] == 168
            : address.IsIPv6UniqueLocal;
    }

    /// Connects to nothing else: no proxy, no redirection, and a name such as localhost that stands for an
    /// address outside is refused here. A host allowed by name may have any address.
    public static SocketsHttpHandler Handler(TranslationServerSettings settings) => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (context, stop) =>
        {
            var host = context.DnsEndPoint.Host;
            var addresses = await Dns.GetHostAddressesAsync(host, stop);
            var named = settings.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
            var admitted = addresses.Where(one => named || IsPrivate(one)).ToArray();
            if (admitted.Length == 0) throw new HttpRequestException("The address is not in this country.");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(admitted, context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
