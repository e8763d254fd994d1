using Referral.Contracts.Desk;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>
/// The mark "child" of a person section. It is set where the birth date leaves room for an age under eighteen
/// on that day, and where the age is disputed and no date tells: the doubt is the person's. It is never taken
/// away. Source: Palermo Protocol, article 3(d); benefit of the doubt: the project's case file (mark P).
/// </summary>
internal static class ChildMark
{
    public const int AdultFromYears = 18;

    public static Section Set(Section section, DateOnly today)
    {
        if (section.Person is not { IsChild: false } person || !Asks(person, today))
            return section;
        var marked = section.Clone();
        marked.Person.IsChild = true;
        return marked;
    }

    private static bool Asks(PersonSection person, DateOnly today) =>
        CalendarDays.Read(person.Birth?.Date?.Value ?? "") is { } born
            ? born.Last.AddYears(AdultFromYears) > today
            : person.AgeDisputed;
}
