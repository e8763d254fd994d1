namespace Referral.Network.Cases;

/// <summary>Numbers under which a case file is refused before anything of it is played.</summary>
public static class Refusals
{
    /// <summary>It is not a case file: too large, not UTF-8, not JSON, a member twice, or against the schema.</summary>
    public const string NotACaseFile = "REF-3001";

    /// <summary>Host and origin are the same country, or an event's side is neither of them.</summary>
    public const string WrongSides = "REF-3002";

    /// <summary>A date that no calendar has, one before the event before it, or a birth date that disagrees.</summary>
    public const string WrongDate = "REF-3003";

    /// <summary>The reference does not end in its check character, or names other countries.</summary>
    public const string WrongReference = "REF-3004";

    /// <summary>The event is not allowed in the stage its side is in, or sends a letter it may not send.</summary>
    public const string EventNotAllowed = "REF-3005";
}
