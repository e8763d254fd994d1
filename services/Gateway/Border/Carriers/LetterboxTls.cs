namespace Referral.Gateway.Border.Carriers;

/// <summary>
/// How the line to an amqps:// letterbox is secured. TLS 1.2 or 1.3; the broker's certificate must lead to
/// one of the roots named here (the system's own are not asked), bear the server's name and be valid now.
/// Revocation is not looked up: a private authority publishes no list, and a broker whose key is lost gets a
/// new root.
/// </summary>
/// <param name="RootFile">PEM: the authorities whose brokers are believed, one or more.</param>
/// <param name="CertificateFile">
/// PEM, or PKCS#12 (.p12, its password beside it in .password): this country's certificate at that broker.
/// Its common name is the user (EXTERNAL). Null: the user signs in by password, over TLS.
/// </param>
/// <param name="KeyFile">PEM, its owner's alone. Null: the key stands in CertificateFile.</param>
/// <param name="ServerName">Name in the broker's certificate. Null: the host of the address.</param>
public sealed record LetterboxTls(
    string RootFile, string? CertificateFile = null, string? KeyFile = null, string? ServerName = null)
{
    /// <summary>What is wrong with the addresses, each in a sentence. Empty where all is well.</summary>
    internal static IReadOnlyList<string> Mistakes(RabbitMqAddresses? addresses) =>
        addresses is null ? [] : [.. addresses.Neighbours.Prepend(addresses.Own).SelectMany(Mistakes)];

    private static IEnumerable<string> Mistakes(Letterbox box)
    {
        if (!Uri.TryCreate(box.Uri, UriKind.Absolute, out var address)
            || address.Scheme is not ("amqp" or "amqps"))
        {
            yield return $"The address of {box.Country} is not of the form amqps://user@host:port/vhost.";
            yield break;
        }
        if (address.Scheme == "amqps" != box.Tls is not null)
            yield return $"The letterbox of {box.Country} needs Tls with amqps://, and only then: "
                + "no root is believed that is not named.";
        if (box.Tls is { ServerName: { } name } && string.IsNullOrWhiteSpace(name))
            yield return $"Tls.ServerName of {box.Country} is empty; leave it out for the address's host.";
        if (box.Tls is null) yield break;
        string? fault = null;
        try
        {
            using var line = new SecuredLine(box);
        }
        catch (Exception unusable) when (SecuredLine.IsUnusable(unusable))
        {
            fault = unusable.Message;
        }
        if (fault is not null) yield return $"Tls of {box.Country}: {fault}";
    }
}
