using System.Reflection;

namespace Referral.Network.Cases;

/// <summary>The project's own sample cases, which travel inside the program.</summary>
public static class CaseLibrary
{
    private static readonly Assembly Home = typeof(CaseLibrary).Assembly;

    /// <summary>Ids of the sample cases, "C1" and so on.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith("Cases/C", StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal)];

    /// <summary>One of the sample cases; they are tested to be without a problem.</summary>
    public static CaseFile Sample(string id)
    {
        var reading = CaseReader.Read(Bytes($"{id}.json"));
        return reading.Case
            ?? throw new InvalidOperationException($"Sample case {id}: {reading.Problems[0].Rule}");
    }

    internal static byte[] Bytes(string file)
    {
        using var stream = Home.GetManifestResourceStream($"Cases/{file}")
            ?? throw new InvalidOperationException($"Cases/{file} is not in this program.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    internal static string Text(string file) => System.Text.Encoding.UTF8.GetString(Bytes(file));
}
