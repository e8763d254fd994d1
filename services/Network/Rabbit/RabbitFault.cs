namespace Referral.Network.Rabbit;

/// What is wrong with the broker of this network, and what to do. The message begins with the code: REF-3101
/// no server installed · REF-3105 the private node did not start · REF-3106 the management address did not do
/// as asked · REF-3107 the file of letterboxes cannot be used · REF-3108 the folder is in use.
internal sealed class RabbitFault(string code, string message, Exception? inner = null)
    : Exception($"{code} {message}", inner)
{
    public string Code => code;
}
