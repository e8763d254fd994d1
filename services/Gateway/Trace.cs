using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Referral.Gateway;

/// <summary>
/// Spans named after the place in the source, so that one can see which files a referral went through. They
/// carry no value of a letter, nor its number. Nobody listens unless asked to: then a span costs nothing.
/// </summary>
internal static class Trace
{
    /// <summary>Name of the source to listen to.</summary>
    public const string Source = "Referral";

    /// <summary>Tag with the file's path from the folder services on.</summary>
    public const string FileTag = "code.filepath";

    private const int TraceparentLength = 55;

    private const string Root = "/services/";

    private static readonly ActivitySource Spans = new(Source);

    /// <summary>
    /// A span over the calling method; null while nobody listens. The compiler fills both values.
    /// </summary>
    public static Activity? Here([CallerFilePath] string file = "", [CallerMemberName] string name = "")
    {
        var span = Spans.StartActivity(name);
        span?.SetTag(FileTag, FromServices(file));
        return span;
    }

    /// <summary>
    /// A span that goes on where a neighbour's or an earlier one stopped. What has not the form of a trace
    /// context is left aside: it may come from anybody. Further ones are linked.
    /// </summary>
    public static Activity? From(
        IEnumerable<string?> traceparents, [CallerFilePath] string file = "",
        [CallerMemberName] string name = "")
    {
        var contexts = traceparents.Distinct().Select(ContextOf).OfType<ActivityContext>().ToList();
        var span = contexts.Count == 0
            ? Spans.StartActivity(name)
            : Spans.StartActivity(name, ActivityKind.Internal, contexts[0],
                links: contexts.Skip(1).Select(context => new ActivityLink(context)));
        span?.SetTag(FileTag, FromServices(file));
        return span;
    }

    /// <summary>Where a later span may go on; null while nothing is being recorded.</summary>
    public static string? Traceparent =>
        Spans.HasListeners() && Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } span
            ? span.Id : null;

    private static ActivityContext? ContextOf(string? traceparent) =>
        traceparent?.Length == TraceparentLength
        && ActivityContext.TryParse(traceparent, null, isRemote: true, out var context)
            ? context : null;

    // Where a build maps its paths, the folder's name is still in them.
    private static string FromServices(string file)
    {
        var path = file.Replace('\\', '/');
        var at = path.LastIndexOf(Root, StringComparison.Ordinal);
        return at < 0 ? path : path[(at + 1)..];
    }
}
