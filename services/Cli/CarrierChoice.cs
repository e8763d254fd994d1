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

    /// <summary>The option --tls, for the private node of --carrier rabbitmq.</summary>
    public static Option<bool> Tls() => new("--tls")
    {
        Description = "The private RabbitMQ takes TLS and client certificates only, made for this network",
    };

    /// <summary>Refuses --tls where there is no RabbitMQ to take it.</summary>
    public static void Together(Verb verb, Option<string> carrier, Option<bool> tls) =>
        verb.Validators.Add(given =>
        {
            if (given.GetValue(tls) && given.GetValue(carrier) != RabbitMq)
                given.AddError($"--tls goes with --carrier {RabbitMq}: in memory nothing crosses a line.");
        });
}
