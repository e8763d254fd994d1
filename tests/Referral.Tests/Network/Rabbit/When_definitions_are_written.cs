using System.Text.Json;
using Referral.Network;
using Referral.Network.Rabbit;
using Referral.Tests.Conventions;
using Shouldly;
using Xunit;

namespace Referral.Tests.Network.Rabbit;

public sealed class When_definitions_are_written
{
    private static LetterboxBook Book(bool passwords) =>
        RabbitTopology.Plan(Members.Codes, "amqps://broker.example:5671", passwords);

    [Fact]
    public void they_are_those_that_are_deployed() => Approved.Match(
        "deploy/rabbitmq/definitions.example.json", DefinitionsFile.Write(Book(passwords: false)));

    [Fact]
    public void a_password_stands_there_as_rabbitmq_keeps_it() =>
        // The example of RabbitMQ's page "Credentials and passwords": salt 908D C60A, password test12.
        DefinitionsFile.Hash("test12", [0x90, 0x8D, 0xC6, 0x0A])
            .ShouldBe("kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR");

    [Fact]
    public void no_password_stands_there_in_clear_and_no_two_hashes_are_the_same()
    {
        var book = Book(passwords: true);

        var written = DefinitionsFile.Write(book);

        var users = book.Letterboxes.SelectMany(box => box.Senders.Append(box.Owner)).ToArray();
        users.ShouldAllBe(user => user.Password!.Length == 40 && !written.Contains(user.Password));
        Hashes(written).Distinct().Count().ShouldBe(16);
        Hashes(DefinitionsFile.Write(book)).ShouldNotBe(Hashes(written), "each time with a new salt");
    }

    [Fact]
    public void who_signs_in_by_certificate_has_no_password() =>
        Hashes(DefinitionsFile.Write(Book(passwords: false))).ShouldAllBe(hash => hash == "");

    [Fact]
    public void an_administrator_is_made_only_when_asked_for()
    {
        DefinitionsFile.Write(Book(false)).ShouldNotContain("administrator");

        DefinitionsFile.Write(Book(false), new LetterboxUser("", "one", "secret"))
            .ShouldContain("\"administrator\"");
    }

    private static string[] Hashes(string definitions) =>
        [.. JsonDocument.Parse(definitions).RootElement.GetProperty("users").EnumerateArray()
            .Select(user => user.GetProperty("password_hash").GetString()!)];
}
