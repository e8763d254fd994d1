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

    // Where a build maps its paths, the folder's name is still in them.
    private static string FromServices(string file)
    {
        var path = file.Replace('\\', '/');
        var at = path.LastIndexOf(Root, StringComparison.Ordinal);
        return at < 0 ? path : path[(at + 1)..];
    }
}
