using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Decision = Referral.Contracts.Desk.RecordConsentRequest.Types.Decision;

namespace Referral.Tests.Gateway.Texts;

/// <summary>
/// A case with a free text that one side cannot read, and its unit. The person is invented.
/// </summary>
internal sealed class TextCase(PlayedCase played, Desk reader)
{
    public const string Source = "บัววันอยู่กับแม่สมมติ ใกล้วัด โทร 030 555 0123 (สมมติ)";

    public PlayedCase Played => played;

    /// <summary>The desk whose country reads another language.</summary>
    public Desk Reader => reader;

    /// <summary>A Thai text for tracing, arrived in Laos.</summary>
    public static async Task<TextCase> Arrived(RunningGateways gateways, string text = Source)
    {
        var one = await PlayedCase.Agreed(gateways);
        var family = InventedPerson.Family();
        family.DescriptionForTracing.Text = text;
        await one.Edit(new() { OriginFamily = family });
        await one.Consent(Decision.Given, "CONTACT_FAMILY");
        await one.Release((await one.Prepare("M01", "M05")).Revision);
        await one.ArrivesAbroad();
        return new(one, one.Abroad);
    }

    /// <summary>A Lao account in a Thai folder.</summary>
    public static async Task<TextCase> Kept(RunningGateways gateways, string text = "ບົວວັນ ເລົ່າ (ສົມມຸດ)")
    {
        var one = new TextCase(await PlayedCase.Registered(gateways), gateways.Desk("TH"));
        await one.Account(text);
        return one;
    }

    public Task<CaseView> Account(string text, string language = "lo")
    {
        var facts = InventedPerson.Facts();
        facts.Account = new() { Text = text, Language = language };
        return played.Edit(new() { Facts = facts });
    }

    /// <summary>The units of this case: those that its part in the database names.</summary>
    public async Task<IReadOnlyList<TextView>> Units()
    {
        var ids = await played.Gateways.Steps(reader.Country).Read(async step =>
        {
            var row = await step.FindCase(Number);
            return (await step.Texts(row!)).Units.Select(unit => $"texts/{unit.Id:D}").ToList();
        });
        return [.. (await List()).Where(text => ids.Contains(text.Name))];
    }

    public async Task<TextView> Unit() => await Get((await Units()).Single().Name);

    public async Task<IReadOnlyList<TextView>> List(Seat? seat = null)
    {
        var all = new List<TextView>();
        for (var token = ""; ; )
        {
            var page = await reader.Texts.ListTextsAsync(
                new() { PageSize = 2, PageToken = token }, reader.As(seat ?? reader.Translator));
            all.AddRange(page.Texts);
            if ((token = page.NextPageToken).Length == 0)
                return all;
        }
    }

    public async Task<TextView> Get(string name, Seat? seat = null) =>
        await reader.Texts.GetTextAsync(new() { Text = name }, reader.As(seat ?? reader.Translator));

    public async Task<TextView> Draft(TextView unit, string draft, Seat? seat = null) =>
        await reader.Texts.DraftTextAsync(new()
        {
            CommandId = Desk.NewCommand(), Text = unit.Name, Revision = unit.Revision, Draft = draft,
        }, reader.As(seat ?? reader.Translator));

    public async Task<TextView> Review(TextView unit, Seat? seat = null) =>
        await reader.Texts.ReviewTextAsync(new()
        {
            CommandId = Desk.NewCommand(), Text = unit.Name, Revision = unit.Revision,
        }, reader.As(seat ?? reader.Reviewer));

    public AsyncUnaryCall<TextView> AskMachine(TextView unit) => reader.Texts.AskMachineAsync(new()
    {
        CommandId = Desk.NewCommand(), Text = unit.Name, Revision = unit.Revision,
    }, reader.As(reader.Translator));

    /// <summary>The field as the desk that reads it sees it.</summary>
    public async Task<FieldView> Shown(string field, string language = "")
    {
        var options = reader.As(reader.Country == "LA" ? reader.Verifier : reader.CaseManager);
        if (language.Length > 0)
            options.Headers![0] = new("accept-language", language);
        return (await reader.Cases.GetCaseAsync(new() { Case = Number }, options)).Fields
            .Single(one => one.Key == field);
    }

    public string Number => reader.Country == played.Host ? played.Number : played.Referral;
}
