using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Referral.Network.Processes;

namespace Referral.Network.Rabbit;

/// The folder of one private node: settings, administrator's password, cookie, data, logs and process ids.
/// Readable by its owner alone. Held by one process at a time; refuses a second one with REF-3108.
internal sealed class NodeFolder : IDisposable
{
    private readonly FileStream _held;

    public NodeFolder(string path)
    {
        Root = Path.GetFullPath(path);
        OwnerOnlyFile.Folder(Root);
        OwnerOnlyFile.Folder(Path.Combine(Root, "data"));
        OwnerOnlyFile.Folder(Path.Combine(Root, "log"));
        try
        {
            _held = new FileStream(In("held"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new RabbitFault("REF-3108", $"The broker folder {Root} is in use by another process. "
                + "End that process, or choose another folder.", fault);
        }
    }

    public string Root { get; }

    public string In(string name) => Path.Combine(Root, name);

    /// Made once and kept: a node that finds its data again knows its users' passwords already.
    public string AdministratorPassword()
    {
        var file = In("administrator");
        if (!File.Exists(file))
            Write("administrator", RandomNumberGenerator.GetHexString(40, lowercase: true));
        return File.ReadAllText(file);
    }

    public void Write(string name, string text) =>
        OwnerOnlyFile.Write(In(name), Encoding.UTF8.GetBytes(text));

    public int? ProcessId(string name) =>
        File.Exists(In(name))
        && int.TryParse(File.ReadAllText(In(name)), CultureInfo.InvariantCulture, out var id)
            ? id : null;

    /// Ends what a killed parent and its killed guard left running.
    public async Task EndLeftOver()
    {
        await Kill("broker.pid").ConfigureAwait(false);
        await Kill("names.pid").ConfigureAwait(false);
    }

    /// Kills the process whose id this file holds, and returns when it is gone. The id may belong to a
    /// stranger by now, so only a process whose HOME is this folder is ended.
    public async Task Kill(string name)
    {
        var id = ProcessId(name);
        if (id is { } running && IsOurs(running))
        {
            using var process = Process.GetProcessById(running);
            process.Kill();
            // One that ended and waits for its parent's notice has an empty environment: it is no longer
            // ours.
            for (var tries = 0; IsOurs(running) && tries < 200; tries++)
                await Task.Delay(50).ConfigureAwait(false);
        }
        File.Delete(In(name));
    }

    public void Dispose() => _held.Dispose();

    private bool IsOurs(int id)
    {
        var environment = $"/proc/{id}/environ";
        try
        {
            return File.Exists(environment)
                && File.ReadAllText(environment).Split('\0').Contains($"HOME={Root}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Ended while we looked, or another user's: not ours either way.
            return false;
        }
    }
}
