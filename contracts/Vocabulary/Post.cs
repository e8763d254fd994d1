namespace Referral.Contracts.Vocabulary;

/// <summary>An office that holds tasks and letters; officers come and go, the post stays.</summary>
/// <param name="Id">Country, institution and place, for example XX-MFA-CONS.</param>
/// <param name="Kind">A code of list post_kind.</param>
/// <param name="AccreditedTo">ISO country an embassy works in; null for posts at home.</param>
/// <param name="Names">Names by language (lo, th, zh, vi, en), each with its mark.</param>
public sealed record Post(
    string Id, string Kind, string? AccreditedTo, IReadOnlyDictionary<string, MarkedText> Names)
{
    /// <summary>The name in the asked language, else in English, else the id.</summary>
    public Label Name(string language)
    {
        if (Names.TryGetValue(language, out var own))
            return new Label(own.Text, language, own.Mark);
        return Names.TryGetValue("en", out var english)
            ? new Label(english.Text, "en", english.Mark, IsFallback: true)
            : new Label(Id, "und", "U", IsFallback: true);
    }

    /// <summary>Reads a country's posts.json. Throws when the file is not in that form.</summary>
    public static IReadOnlyList<Post> Read(Stream posts) =>
        ShippedFile.Read<PostFile>(posts, "posts.json").Posts;

    private sealed record PostFile(IReadOnlyList<Post> Posts);
}
