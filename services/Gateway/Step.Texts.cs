using Referral.Gateway.Storage;
using Referral.Gateway.Texts;

namespace Referral.Gateway;

/// <summary>Free texts of a case and their translations: sealed with its key, erased with it.</summary>
internal sealed partial class Step
{
    /// <summary>Name of the sealed part that holds them.</summary>
    public const string TextsPart = "texts";

    public async Task<CaseTexts> Texts(CaseRow row) =>
        await ReadPart<CaseTexts>(row, TextsPart) ?? CaseTexts.None;

    public Task WriteTexts(CaseRow row, CaseTexts texts) => WritePart(row, TextsPart, texts);

    /// <summary>Has the texts of these cases at hand, and who is kept out of them.</summary>
    public async Task LoadTexts(IReadOnlyCollection<Guid> ids)
    {
        await LoadParts(ids, [TextsPart, ExceptionsPart]);
        await vault.Load(ids);
    }
}
