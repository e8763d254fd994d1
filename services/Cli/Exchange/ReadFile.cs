using System.Globalization;
using Referral.Language.Translation.Files;

namespace Referral.Cli.Exchange;

/// <summary>A file that is being read: tells how far it is on the error output, if it is long.</summary>
internal sealed class ReadFile(Stream inner, Screen screen) : Stream
{
    /// <summary>Bytes between two lines of progress: a file below that is read in a moment.</summary>
    public const int ProgressBytes = 4 * 1024 * 1024;

    private long _told;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        var steps = inner.Position / ProgressBytes;
        if (steps > _told)
        {
            _told = steps;
            screen.Wrong(string.Create(CultureInfo.InvariantCulture,
                $"read {Megabytes(inner.Position)} of {Megabytes(inner.Length)} MB"));
        }
        return read;
    }

    /// <summary>
    /// Reads one file and writes another; says in one sentence why where that is not possible. Nothing is
    /// written before the whole of the first was read and checked, and no file is written over.
    /// </summary>
    public static int Turn(Screen screen, FileInfo from, FileInfo to, Func<Stream, Action<Stream>> read)
    {
        try
        {
            if (to.Exists) return Wrong(screen, $"{to.Name} is there already; nothing was written.");
            Action<Stream> write;
            using (var source = from.OpenRead()) write = read(new ReadFile(source, screen));
            return Write(screen, to, write);
        }
        catch (NotAdmitted no)
        {
            return Wrong(screen, $"{from.Name} is not admitted. {no.Message}. Nothing was written.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Wrong(screen, fault.Message);
        }
    }

    /// <summary>Into a file with .part at the end of its name first: no half of one stays.</summary>
    public static int Write(Screen screen, FileInfo to, Action<Stream> write)
    {
        if (to.Exists) return Wrong(screen, $"{to.Name} is there already; nothing was written.");
        var part = to.FullName + ".part";
        try
        {
            using (var target = new FileStream(part, FileMode.Create)) write(target);
            File.Move(part, to.FullName, overwrite: false);
            return Exit.Holds;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotAdmitted)
        {
            File.Delete(part);
            return Wrong(screen, fault is not NotAdmitted ? fault.Message
                : $"What would be written is not valid: {fault.Message}. Nothing was written.");
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Wrong(Screen screen, string sentence)
    {
        screen.Wrong(sentence);
        return Exit.BadInput;
    }

    private static string Megabytes(long bytes) =>
        (bytes / 1024.0 / 1024).ToString("0.0", CultureInfo.InvariantCulture);
}
