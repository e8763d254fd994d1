using System.Text;
using System.Text.Json;

namespace Referral.Network.Cases;

/// <summary>
/// Reads a case file and says everything that is wrong with it at once. First the text (size, UTF-8, JSON,
/// members written twice), then the schema, then the rules a schema cannot say; a later check runs when the
/// earlier ones hold.
/// </summary>
public static class CaseReader
{
    /// <summary>
    /// Bytes a file may have, 1 to this inclusive. A long account has to reach the gateway, whose own limit
    /// then answers; this one only keeps a mistaken path from filling the memory.
    /// </summary>
    public const long FileBytesMax = 32 * 1024 * 1024;

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>Reads a file from disk. A file that cannot be opened is a problem too.</summary>
    public static CaseReading ReadFile(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length > FileBytesMax ? TooLarge(length) : Read(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CaseReading.Refused(
                [new(1, "/", Refusals.CannotReadFile, $"The file cannot be read ({fault.GetType().Name}).")]);
        }
    }

    public static CaseReading Read(byte[] file)
    {
        if (file.Length > FileBytesMax) return TooLarge(file.Length);
        var text = file.AsSpan();
        if (text.StartsWith(Encoding.UTF8.Preamble)) text = text[Encoding.UTF8.Preamble.Length..];
        if (!System.Text.Unicode.Utf8.IsValid(text))
            return Whole(LineOfBadByte(text), "The file is not UTF-8 text.");
        try
        {
            return Check(text, CaseLines.Read(text));
        }
        catch (JsonException fault)
        {
            return Whole((int)(fault.LineNumber ?? 0) + 1, "The file is not JSON from here on.");
        }
    }

    private static CaseReading Check(ReadOnlySpan<byte> text, CaseLines lines)
    {
        if (lines.Twice.Count > 0)
            return Refused(lines, lines.Twice.Select(field => (field, "The member is written twice.")));
        var reader = new Utf8JsonReader(text);
        using var document = JsonDocument.ParseValue(ref reader);
        var breaks = CaseSchema.Check(document.RootElement).ToList();
        if (breaks.Count > 0) return Refused(lines, breaks);

        var file = document.Deserialize<CaseFile>(Form)!;
        var problems = CaseRules.Check(file)
            .Select(broken => new CaseProblem(lines.Of(broken.Field), broken.Field, broken.Code, broken.Rule))
            .ToList();
        return problems.Count > 0 ? CaseReading.Refused(problems) : new(file, []);
    }

    private static CaseReading Refused(CaseLines lines, IEnumerable<(string Field, string Rule)> breaks) =>
        CaseReading.Refused(breaks.Select(one =>
            new CaseProblem(lines.Of(one.Field), one.Field.Length == 0 ? "/" : one.Field,
                Refusals.NotACaseFile, one.Rule)));

    private static CaseReading Whole(int line, string rule) =>
        CaseReading.Refused([new CaseProblem(line, "/", Refusals.NotACaseFile, rule)]);

    private static CaseReading TooLarge(long bytes) =>
        Whole(1, $"The file has {bytes} bytes; a case file may have {FileBytesMax}.");

    private static int LineOfBadByte(ReadOnlySpan<byte> text)
    {
        var line = 1;
        while (text.Length > 0)
        {
            var read = Rune.DecodeFromUtf8(text, out _, out var consumed);
            if (read != System.Buffers.OperationStatus.Done) break;
            if (text[0] == (byte)'\n') line++;
            text = text[consumed..];
        }
        return line;
    }
}
