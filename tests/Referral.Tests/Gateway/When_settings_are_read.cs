using System.Text.Json;
using Referral.Gateway;
using Referral.Gateway.Border.Carriers;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway;

public sealed class When_settings_are_read : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-settings-").FullName;

    private string SettingsPath => Path.Combine(_folder, "settings.json");

    private string Letterboxes => Path.Combine(_folder, "letterboxes.json");

    [Fact]
    public void the_letterboxes_come_from_a_file_of_their_own()
    {
        Write(Owner);

        var settings = SettingsFile.Read(SettingsPath);

        settings.Rabbit!.Own.Uri.ShouldBe("amqp://invented");
        settings.RabbitFile.ShouldBeNull();
    }

    [Fact]
    public void a_file_of_secrets_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Write(Owner | UnixFileMode.OtherRead);

        Should.Throw<InvalidDataException>(() => SettingsFile.Read(SettingsPath))
            .Message.ShouldContain(Letterboxes);
    }

    [Fact]
    public void letterboxes_in_both_places_are_a_mistake() =>
        Should.Throw<InvalidDataException>(() => GatewaySettings.Check(new()
        {
            DataFolder = _folder, Rabbit = Addresses, RabbitFile = Letterboxes,
        })).Message.ShouldContain("only one may be");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static RabbitMqAddresses Addresses => new(
        new("XA", "amqp://invented", "letterbox"), [], new Dictionary<string, string>());

    private void Write(UnixFileMode mode)
    {
        Put(Letterboxes, Addresses);
        Put(SettingsPath, new GatewaySettings { DataFolder = _folder, RabbitFile = Letterboxes });
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Letterboxes, mode);
    }

    private static void Put<T>(string file, T content) =>
        File.WriteAllText(file, JsonSerializer.Serialize(content, SettingsJson.Options));
}
