using System.CommandLine;

namespace Referral.Cli;

/// <summary>The option --carrier: memory or rabbitmq.</summary>
internal static class CarrierChoice
{
    public const string Memory = "memory";
    public const string RabbitMq = "rabbitmq";

    public static Option<string> Option()
    {
        var option = new Option<string>("--carrier")
        {
            Description =
                "memory: all four gateways in this process. rabbitmq: four processes and a real RabbitMQ, "
                + "the one REFERRAL_RABBITMQ names, else a private node of the system's rabbitmq-server",
            DefaultValueFactory = _ => Memory,
        };
        option.AcceptOnlyFromAmong(Memory, RabbitMq);
        return option;
    }
}
