using Shouldly;
using Xunit;

namespace Referral.Journeys.Follow;

/// <summary>
/// The page leads a newcomer through few files, and through no others than a referral really passes.
/// </summary>
[Collection(OneReferral.Name)]
public sealed class When_the_page_is_read(FollowedReferral followed)
{
    private const int SourceFilesMax = 12;

    private readonly FollowPage _page = FollowPage.Read();

    [Fact]
    public void its_steps_are_those_of_the_journey() => _page.Steps.ShouldBe(
        typeof(When_one_referral_is_followed).GetMethods()
            .Where(method => method.Name.StartsWith("step_", StringComparison.Ordinal))
            .Select(method => int.Parse(method.Name.AsSpan(5, 2),
                System.Globalization.CultureInfo.InvariantCulture)).Order());

    [Fact]
    public void no_link_is_dead() =>
        _page.Links.ShouldAllBe(link => File.Exists(Path.Combine(_page.Root, "docs", link)));

    [Fact]
    public void it_links_few_source_files_each_once()
    {
        _page.Sources.Count.ShouldBeInRange(1, SourceFilesMax);
        _page.Sources.ShouldBeUnique();
    }

    [Fact]
    public void the_referral_passed_every_file_it_links()
    {
        FollowedReferral.SkipWithoutServer();
        _page.Sources.Where(file => !followed.Touched.Contains(file)).ShouldBeEmpty();
    }

    [Fact]
    public void every_file_that_leaves_a_span_is_linked()
    {
        FollowedReferral.SkipWithoutServer();
        followed.Touched.Where(file => !_page.Sources.Contains(file)).ShouldBeEmpty();
    }
}
