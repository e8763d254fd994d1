using Referral.Contracts.Vocabulary;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

public class When_the_posts_of_a_country_are_read
{
    private static readonly string[] AtHome =
    [
        "HOME_DESK", "MINISTRY_FOREIGN_AFFAIRS", "WELFARE", "POLICE", "VERIFICATION",
        "CENTRAL_AUTHORITY", "GUARDIAN_PANEL", "TRANSLATION",
    ];

    [Fact]
    public void there_are_four_countries() => RepositoryFile.Posts().Count().ShouldBe(4);

    [Fact]
    public void every_kind_is_there_and_an_embassy_in_each_other_country()
    {
        var countries = VocabularyBook.Shipped.Codes("country").ToList();
        foreach (var file in RepositoryFile.Posts())
        {
            var posts = Read(file);
            foreach (var kind in AtHome)
                posts.ShouldContain(p => p.Kind == kind, $"{file} {kind}");
            var own = posts[0].Id[..2];
            posts.Where(p => p.Kind == "EMBASSY").Select(p => p.AccreditedTo!).Order()
                .ShouldBe(countries.Where(c => c != own).Order());
            posts.Select(p => p.Id).ShouldBeUnique();
            posts.ShouldAllBe(p => p.Id.StartsWith(own + "-"));
        }
    }

    [Fact]
    public void every_post_has_a_name_in_five_languages()
    {
        foreach (var post in RepositoryFile.Posts().SelectMany(Read))
            foreach (var language in new[] { "lo", "th", "zh", "vi", "en" })
                post.Name(language).IsFallback.ShouldBeFalse($"{post.Id} {language}");
    }

    private static IReadOnlyList<Post> Read(string file)
    {
        using var stream = File.OpenRead(file);
        return Post.Read(stream);
    }
}
