using System.Diagnostics;
using System.Text;
using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Search;
using Referral.Gateway.Texts;
using Referral.Language.Translation;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rendering;

/// <summary>
/// A megabyte of one thing in a field of another country's letter: its texts are masked, its names become
/// keys, and it is shown.
/// </summary>
public sealed class When_a_letter_is_as_large_as_it_may_be
{
    private const int Bytes = 900_000;

    // Far above the seconds that it takes, so that a loaded machine does not fail it.
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("ก")]
    [InlineData("กรุงเทพ ")]
    [InlineData("ກຂ")]
    [InlineData("王")]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("a@b.c")]
    [InlineData("Đặng ")]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("-")]
    [InlineData("https://")]
    [InlineData("⟦1⟧")]
    public void it_is_read_and_shown(string piece)
    {
        var much = string.Concat(Enumerable.Repeat(piece, Bytes / Encoding.UTF8.GetByteCount(piece)));
        var birth = new BirthDate { Date = new() { AsWritten = much, Value = much } };
        Letter[] letters =
        [
            new()
            {
                FamilyTracingRequested = new()
                {
                    PlaceOfOrigin = new() { AsWritten = "ขอนแก่น" },
                    DescriptionForTracing = new() { Text = much, Language = "th" },
                },
            },
            new()
            {
                NationalityVerificationRequested = new()
                {
                    Name = new() { AsWritten = much }, PlaceOfOrigin = new() { AsWritten = much },
                    Birth = birth, Ethnicity = much,
                },
            },
        ];

        var clock = Stopwatch.StartNew();
        foreach (var letter in letters)
        {
            Masked(LetterFields.Values(letter)).ShouldBeGreaterThan(0);
            FieldViews.Of([letter], "th", "lo").ShouldNotBeEmpty();
        }

        SearchHashes.Of(new byte[32], new([much], much, "F", much)).Count().ShouldBeLessThan(1000);
        clock.Elapsed.ShouldBeLessThan(Most);
    }

    private static int Masked(FieldValues values)
    {
        var known = new Hiding([.. FreeTexts.NamesIn(values)], [.. FreeTexts.PlacesIn(values)]);
        var texts = FreeTexts.In(values, "th").ToList();
        foreach (var text in texts)
        {
            var hiding = known.In(text.Text);
            var masked = Masking.Of(text.Text, hiding.Names, hiding.Places);
            masked.PutBack(masked.Text).ShouldNotBeNull();
        }

        return texts.Count;
    }
}
