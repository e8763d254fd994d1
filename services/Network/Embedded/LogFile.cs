using System.Text.Json;
using Microsoft.Extensions.Logging;
using Referral.Network.Processes;

namespace Referral.Network.Embedded;

/// <summary>
/// The log of one gateway of the embedded network, one JSON line an event, in the gateway's own folder: four
/// of them on one screen would be no use to anybody.
/// </summary>
internal sealed class LogFile(string dataFolder) : ILoggerProvider
{
    private readonly StreamWriter _lines = OwnerOnlyFile.Append(Path.Combine(dataFolder, "gateway.log"));
    private readonly Lock _turn = new();

    public ILogger CreateLogger(string category) => new Logger(this, category);

    public void Dispose()
    {
        lock (_turn) _lines.Dispose();
    }

    private void Write(LogLevel level, EventId id, string category, string text, Exception? fault)
    {
        var line = JsonSerializer.Serialize(new
        {
            at = DateTimeOffset.UtcNow, level = level.ToString(), id = id.Id, category, text,
            // The text of a fault may quote what it stumbled over; its kind and place do not.
            fault = fault is null ? null : $"{fault.GetType().Name} {fault.StackTrace}",
        });
        lock (_turn)
            if (_lines.BaseStream is { CanWrite: true }) _lines.WriteLine(line);
    }

    private sealed class Logger(LogFile file, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => level >= LogLevel.Information;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? fault,
            Func<TState, Exception?, string> format)
        {
            if (IsEnabled(level)) file.Write(level, id, category, format(state, null), fault);
        }
    }
}
