namespace Referral.Gateway.Storage.Batches;

/// <summary>
/// New rows that nothing reads or changes again in the same step, by their kind, in their order.
/// </summary>
internal sealed class AppendedRows
{
    private readonly Dictionary<Type, List<object>> _rows = [];

    public bool Any => _rows.Count > 0;

    public void Add<TRow>(TRow row)
        where TRow : class
    {
        if (!_rows.TryGetValue(typeof(TRow), out var rows))
        {
            _rows[typeof(TRow)] = rows = [];
        }

        rows.Add(row);
    }

    /// <summary>Gives them once: whoever takes them writes them.</summary>
    public IReadOnlyList<(Type Kind, List<object> Rows)> Take()
    {
        List<(Type, List<object>)> taken = [.. _rows.Select(one => (one.Key, one.Value))];
        _rows.Clear();
        return taken;
    }
}
