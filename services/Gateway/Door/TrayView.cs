using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.Rendering;

namespace Referral.Gateway.Door;

/// <summary>
/// Open tasks of the caller's post, oldest first. Tasks belong to posts; whoever holds the post sees them.
/// </summary>
internal static class TrayView
{
    /// <summary>Tasks a page, 1 to 200.</summary>
    public const int PageTasksMax = 200;

    public const int PageTasksDefault = 50;

    public static async Task<Tray> Of(Step step, ListTrayRequest request, Caller caller)
    {
        var size = request.PageSize == 0 ? PageTasksDefault : (int)Math.Min(request.PageSize, PageTasksMax);
        var after = Position(request.PageToken);
        var tasks = await step.Db.Tasks.AsNoTracking()
            .Where(t => t.DoneAt == null && (t.Post == caller.Post || t.ViewerPost == caller.Post))
            .OrderBy(t => t.OpenedAt).ThenBy(t => t.Id).Skip(after).Take(size + 1).ToListAsync();
        var ids = tasks.Select(t => t.CaseId).Distinct().ToList();
        var cases = await step.Db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id);
        var tray = new Tray { NextPageToken = tasks.Count > size ? Token(after + size) : "" };
        tray.Tasks.Add(tasks.Take(size).Select(t => new TaskView
        {
            TaskId = t.Id.ToString("D"),
            Task = FieldViews.LabelOf("task", t.Kind, caller.Language),
            Case = cases[t.CaseId].LocalNumber,
            Referral = cases[t.CaseId].Referral ?? "",
            Post = t.Post,
            OpenedAt = Timestamp.FromDateTimeOffset(t.OpenedAt),
            DueOn = t.DueOn ?? "",
            LetterId = t.LetterId ?? "",
        }));
        return tray;
    }

    private static string Token(int after) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(after.ToString(CultureInfo.InvariantCulture)));

    // A token that is none of ours starts at the front: it can show nothing that the post may not see.
    private static int Position(string token) =>
        Base64Url.IsValid(token)
        && int.TryParse(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)), NumberStyles.None,
            CultureInfo.InvariantCulture, out var after)
            ? after : 0;
}
