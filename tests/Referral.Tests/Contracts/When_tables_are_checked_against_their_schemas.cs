using Json.Schema;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

public class When_tables_are_checked_against_their_schemas
{
    [Theory]
    [InlineData("contracts/Agreements/instruments.json", "contracts/Agreements/instruments.schema.json")]
    [InlineData("contracts/Vocabulary/fields.json", "contracts/Vocabulary/fields.schema.json")]
    [InlineData("contracts/Vocabulary/letters.json", "contracts/Vocabulary/letters.schema.json")]
    [InlineData("contracts/Vocabulary/questions.json", "contracts/Vocabulary/questions.schema.json")]
    [InlineData("contracts/Vocabulary/events.json", "contracts/Vocabulary/events.schema.json")]
    [InlineData("contracts/Vocabulary/roles.json", "contracts/Vocabulary/roles.schema.json")]
    [InlineData("contracts/Refusals/refusals.json", "contracts/Refusals/refusals.schema.json")]
    public void a_table_is_valid(string table, string schema) => Faults(table, schema).ShouldBeEmpty();

    [Fact]
    public void every_file_of_lists_is_valid()
    {
        var folder = Path.Combine(RepositoryFile.Root, "contracts", "Vocabulary");
        var files = Directory.GetFiles(folder, "lists-*.json");
        files.Length.ShouldBeGreaterThan(3);
        foreach (var file in files)
            Faults(file, "contracts/Vocabulary/lists.schema.json").ShouldBeEmpty(file);
    }

    [Fact]
    public void the_posts_of_every_country_are_valid()
    {
        foreach (var file in RepositoryFile.Posts())
            Faults(file, "contracts/Vocabulary/posts.schema.json").ShouldBeEmpty(file);
    }

    [Fact]
    public void a_table_with_a_mistake_is_not_valid() =>
        Faults("contracts/Vocabulary/roles.json", "contracts/Vocabulary/events.schema.json")
            .ShouldNotBeEmpty();

    private static IReadOnlyList<string> Faults(string table, string schema)
    {
        // Each schema is built in its own registry, so that two tests may build the same one.
        var built = JsonSchema.FromText(
            RepositoryFile.Text(schema), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List };
        var found = built.Evaluate(RepositoryFile.Json(table), options);
        return found.IsValid ? [] : [.. (found.Details ?? [])
            .Where(d => d.Errors is { Count: > 0 })
            .Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")];
    }
}
