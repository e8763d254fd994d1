using System.Text;
using Referral.Network.Embedded;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Secrecy;

/// <summary>Four gateways in one process: every file they keep, while they run and after.</summary>
[Collection(Alone.Name)]
public sealed class When_a_marked_case_is_played_in_memory
{
    [Fact]
    public async Task nothing_on_disk_and_nothing_said_shows_the_person()
    {
        var folder = Directory.CreateTempSubdirectory("referral-secrecy-").FullName;
        using var said = new Overheard();
        try
        {
            MarkedPlay played;
            MarkSearch search;
            await using (var network = await EmbeddedNetwork.Start(folder, new()))
            {
                played = await MarkedPlay.Run(network.Running);
                search = new MarkSearch(played.Marks).InFolder(folder);
            }
            search.InFolder(folder).In("output", said.Text);

            played.ShouldShowTheMarks();
            // The search looked where the data are: the referral's number stands there in the clear.
            MarkSearch.Holds(folder, Encoding.UTF8.GetBytes(played.Host.Case.Referral)).ShouldBeTrue();
            search.Found.ShouldBeEmpty();
            TestContext.Current.TestOutputHelper?.WriteLine($"{search.Places} places, {search.Bytes} bytes");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>What this process writes to its output and its errors, until disposed.</summary>
internal sealed class Overheard : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly StringWriter _words = new();

    public Overheard()
    {
        var shared = TextWriter.Synchronized(_words);
        Console.SetOut(shared);
        Console.SetError(shared);
    }

    public string Text => _words.ToString();

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
    }
}

/// <summary>Journeys that want the process to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
