namespace Referral.Network.Cases;

/// <summary>Numbers under which a case file is refused before anything of it is played.</summary>
public static class Refusals
{
    /// <summary>
    /// It is not a case file: too large, not UTF-8, not JSON, a member twice, against the schema, or against
    /// a rule about a single field that a schema cannot say.
    /// </summary>
    public const string NotACaseFile = "REF-3001";

    /// <summary>Host and origin are the same country.</summary>
    public const string SameCountry = "REF-3002";

    /// <summary>An event is dated before the event above it.</summary>
    public const string DatesGoBackwards = "REF-3003";

    /// <summary>The reference does not end in its check character.</summary>
    public const string CheckCharacterWrong = "REF-3004";

    /// <summary>
    /// The event is not allowed in the stage its side is in, or sends a letter it may not send.
    /// </summary>
    public const string EventNotAllowed = "REF-3005";

    /// <summary>The file cannot be opened.</summary>
    public const string CannotReadFile = "REF-3006";
}
