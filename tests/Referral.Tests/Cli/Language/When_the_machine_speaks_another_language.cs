using System.Diagnostics;
using System.Text;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.Language;

/// <summary>
/// The command with the system's own cultures switched on, which the product never does: the same text
/// gives the
/// same form under each. Needs libicu, and says so where there is none.
/// </summary>
public sealed class When_the_machine_speaks_another_language
{
    private const string Names = "บัววัน สีดา\nໄອຍະ\nNguyễn Thị Điệp\nİIıi\n";

    [Theory]
    [InlineData("th_TH.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    public async Task the_forms_are_those_of_the_invariant_culture(string locale)
    {
        var (code, errors) = (0, "");
        foreach (var scheme in new[] { "rtgs", "vi-ascii", "vi-thai", "mrz" })
        {
            var invariant = await Run(scheme, "C", invariant: true);
            var other = await Run(scheme, locale, invariant: false);
            (code, errors) = (other.Code, other.Errors);
            if (code != 0 && errors.Contains("ICU", StringComparison.Ordinal))
                Assert.Skip("No libicu here: only the invariant culture can be had.");
            code.ShouldBe(0, errors);
            other.Output.ShouldBe(invariant.Output);
        }
    }

    private static async Task<(int Code, string Output, string Errors)> Run(
        string scheme, string locale, bool invariant)
    {
        var folder = AppContext.BaseDirectory;
        var settings = Path.Combine(Path.GetTempPath(), $"culture-{Guid.NewGuid():N}.runtimeconfig.json");
        var own = await File.ReadAllTextAsync(Path.Combine(folder, "referral.runtimeconfig.json"));
        own.ShouldContain("\"System.Globalization.Invariant\": true");
        await File.WriteAllTextAsync(settings, own.Replace("\"System.Globalization.Invariant\": true",
            $"\"System.Globalization.Invariant\": {(invariant ? "true" : "false")}",
                StringComparison.Ordinal));
        try
        {
            return await Run(folder, settings, scheme, locale);
        }
        finally
        {
            File.Delete(settings);
        }
    }

    private static async Task<(int Code, string Output, string Errors)> Run(
        string folder, string settings, string scheme, string locale)
    {
        var utf8 = new UTF8Encoding(false);
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = utf8, StandardOutputEncoding = utf8,
            ArgumentList =
            {
                "exec", "--runtimeconfig", settings, "--depsfile", Path.Combine(folder, "referral.deps.json"),
                Path.Combine(folder, "referral.dll"), "render", "--scheme", scheme, "--kind", "person",
            },
        };
        start.Environment["LC_ALL"] = locale;
        start.Environment.Remove("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(),
            process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(Names);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
