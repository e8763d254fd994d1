using System.Buffers;
using System.Text;

namespace Referral.Journeys.Secrecy;

/// <summary>Searches bytes for marks in all their forms. What is found is told by form and place.</summary>
internal sealed class MarkSearch
{
    private readonly IReadOnlyList<MarkForm> _forms;
    private readonly SearchValues<string> _any;
    private readonly List<string> _found = [];

    public MarkSearch(IEnumerable<string> marks)
    {
        // Two forms may come out alike, as hex without letters does; one look is enough.
        _forms = [.. marks.Distinct().SelectMany(MarkForms.Of)
            .DistinctBy(form => Convert.ToHexString(form.Bytes))];
        _any = SearchValues.Create(
            [.. _forms.Select(form => Encoding.Latin1.GetString(form.Bytes))], StringComparison.Ordinal);
    }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>Files and texts looked through so far.</summary>
    public int Places { get; private set; }

    public long Bytes { get; private set; }

    public MarkSearch In(string place, ReadOnlySpan<byte> content)
    {
        Places++;
        Bytes += content.Length;
        // One pass over bytes as characters for all forms at once; only a hit asks which it was.
        if (!Encoding.Latin1.GetString(content).AsSpan().ContainsAny(_any))
            return this;
        foreach (var form in _forms)
            if (content.IndexOf(form.Bytes) >= 0)
                _found.Add($"{place}: '{form.Mark}' as {form.Name}");
        return this;
    }

    public MarkSearch In(string place, string text) => In(place, Encoding.UTF8.GetBytes(text));

    /// <summary>Every file below a folder, its name too.</summary>
    public MarkSearch InFolder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            In("name of a file", file);
            In(Path.GetRelativePath(folder, file), Read(file));
        }
        return this;
    }

    /// <summary>True when some file below the folder holds these bytes.</summary>
    public static bool Holds(string folder, byte[] bytes) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Any(file => Read(file).AsSpan().IndexOf(bytes) >= 0);

    // A file that is being written may be open elsewhere, and one of the broker's may go while we look. A
    // locked file is passed over only where it is empty, as those are that hold nothing but the lock.
    private static byte[] Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
        catch (IOException) when (new FileInfo(file).Length == 0)
        {
            return [];
        }
    }
}
