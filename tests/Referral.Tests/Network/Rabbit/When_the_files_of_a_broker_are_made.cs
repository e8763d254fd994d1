using System.Text.Json;
using Referral.Gateway;
using Referral.Gateway.Border.Carriers;
using Referral.Network;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Tests.Network.Rabbit;

public sealed class When_the_files_of_a_broker_are_made : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-files-").FullName;

    [Fact]
    public void each_gateway_gets_its_own_part_and_no_other()
    {
        LetterboxFiles.Write(_folder, "amqp://broker:5672");

        foreach (var country in Members.Codes)
        {
            var text = Read($"rabbit-{country}.json");
            var part = JsonSerializer.Deserialize<RabbitMqAddresses>(text, SettingsJson.Options)!;
            part.Own.Country.ShouldBe(country);
            part.Neighbours.Count.ShouldBe(3);
            var strangers = LetterboxBook.Read(Path.Combine(_folder, LetterboxFiles.Book)).Letterboxes
                .SelectMany(box => box.Senders.Append(box.Owner)).Where(user => user.Country != country);
            strangers.ShouldAllBe(user => !text.Contains(user.Password!));
        }
    }

    [Fact]
    public void what_was_made_before_keeps_its_passwords()
    {
        LetterboxFiles.Write(_folder, "amqp://broker:5672");
        var (book, part) = (Read(LetterboxFiles.Book), Read($"rabbit-{Members.Codes[0]}.json"));

        LetterboxFiles.Write(_folder, "amqp://another:5672");

        Read(LetterboxFiles.Book).ShouldBe(book);
        Read($"rabbit-{Members.Codes[0]}.json").ShouldBe(part);
    }

    [Fact]
    public void all_are_their_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");

        LetterboxFiles.Write(_folder, "amqp://broker:5672");

        var files = Directory.GetFiles(_folder);
        files.Length.ShouldBe(6);
        foreach (var file in files)
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void a_book_that_cannot_be_read_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, LetterboxFiles.Book), "no book");

        Should.Throw<NetworkFault>(() => LetterboxFiles.Write(_folder, "amqp://broker:5672"))
            .Message.ShouldStartWith("REF-3107");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder, name));
}
