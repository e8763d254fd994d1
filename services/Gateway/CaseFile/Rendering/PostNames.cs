using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>
/// An office by its name, from the directory its country publishes: the writer's name as original, the
/// reader's as rendering. A post that stands in no directory is shown by its id.
/// </summary>
internal static class PostNames
{
    public static Shown Of(string id, Reading reading)
    {
        if (reading.PostOf(id) is not { } post)
        {
            return new(id, reading.Writer, []);
        }

        var original = post.Name(reading.Writer);
        var own = post.Name(reading.Reader);
        return new(original.Text, original.Language,
        [
            new RenderingView
            {
                Text = own.Text,
                Kind = "vocabulary",
                Script = ReaderWords.Script(own.Language),
                Scheme = own.Mark,
                Source = $"directory of posts: {id}",
                Reviewed = own.Mark == "R",
            },
        ]);
    }
}
