namespace Referral.Language;

/// The calendar a date is written in: common era, or Buddhist era (พ.ศ., ພ.ສ.).
public enum Calendar { Gregorian, Buddhist }

/// How much of a date is known.
public enum Precision { Year, Month, Day }

/// A date as a document gives it, and what it is in the Gregorian calendar.
/// Value: yyyy, yyyy-MM or yyyy-MM-dd, Gregorian, as precise as Precision says. Nothing is filled in.
public sealed record PartialDate(string AsWritten, Calendar Calendar, string Value, Precision Precision);
