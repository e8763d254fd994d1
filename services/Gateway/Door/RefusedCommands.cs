using Referral.Gateway.Access;
using Referral.Gateway.Repatriation;

namespace Referral.Gateway.Door;

/// <summary>A refused command leaves its number and the post in the case's journal: somebody tried.</summary>
internal sealed class RefusedCommands(Steps steps, GatewayIdentity identity)
{
    /// <param name="command">Name of the call.</param>
    /// <param name="caller">Who tried.</param>
    /// <param name="name">The case, as the caller named it.</param>
    /// <param name="code">REF number of the refusal.</param>
    public Task Enter(string command, Caller caller, string name, string code) => steps.Always(async step =>
    {
        if (await step.FindCase(CaseNames.Number(name)) is { } row)
        {
            await step.Journal(row, "command-refused", ("code", code), ("command", command),
                ("post", Posts.IsOurs(identity.Country, caller.Post) ? caller.Post : "-"));
        }

        return 0;
    });
}
