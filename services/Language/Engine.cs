namespace Referral.Language;

/// Which engine made a form. A form keeps the version it was made by, so that a later table explains
/// nothing away.
public static class Engine
{
    /// Year, month and number of the tables and rules; raised whenever a form may come out otherwise.
    public const string Version = "2026.11.1";
}
