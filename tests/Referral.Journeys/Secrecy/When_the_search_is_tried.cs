using System.Text;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Secrecy;

/// <summary>
/// The control: a search that finds nothing proves something only if it finds what is there.
/// </summary>
public sealed class When_the_search_is_tried
{
    public static TheoryData<string> Marks => [.. MarkedCase.Marks];

    [Theory]
    [MemberData(nameof(Marks))]
    public void it_finds_each_mark_in_each_encoding_wherever_it_stands(string mark)
    {
        Encoding[] encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];
        for (var before = 0; before < 7; before++)
            foreach (var encoding in encodings)
            {
                byte[] clear = [.. Filler(before), .. encoding.GetBytes(mark), .. Filler(5)];
                ShouldFind(mark, clear);
                ShouldFind(mark, Ascii(Convert.ToHexString(clear)));
                ShouldFind(mark, Ascii(Convert.ToHexStringLower(clear)));
                ShouldFind(mark, Ascii(Convert.ToBase64String(clear)));
                ShouldFind(mark, Ascii(System.Buffers.Text.Base64Url.EncodeToString(clear)));
            }
    }

    [Theory]
    [MemberData(nameof(Marks))]
    public void it_finds_each_mark_in_json(string mark) =>
        ShouldFind(mark, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { text = $"-{mark}-" }));

    [Fact]
    public void it_finds_nothing_where_nothing_is() =>
        new MarkSearch(MarkedCase.Marks).In("filler", Filler(100_000)).Found.ShouldBeEmpty();

    [Fact]
    public void it_looks_into_every_file_of_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("referral-search-");
        try
        {
            var inner = Directory.CreateDirectory(Path.Combine(folder.FullName, "a", "b"));
            File.WriteAllBytes(
                Path.Combine(inner.FullName, "c"), Encoding.UTF8.GetBytes(MarkedCase.Marks[0]));
            new MarkSearch(MarkedCase.Marks).InFolder(folder.FullName).Found
                .ShouldBe([$"{Path.Combine("a", "b", "c")}: '{MarkedCase.Marks[0]}' as UTF-8"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void ShouldFind(string mark, byte[] content) =>
        new MarkSearch([mark]).In("here", content).Found.ShouldNotBeEmpty();

    private static byte[] Filler(int length) =>
        [.. Enumerable.Range(0, length).Select(at => (byte)(at * 37 + 11))];

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
