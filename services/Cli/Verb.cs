using System.CommandLine;

namespace Referral.Cli;

/// <summary>A verb with examples, which its help shows.</summary>
internal sealed class Verb(string name, string description, params string[] examples)
    : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;
}
