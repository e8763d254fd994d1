namespace Referral.Network.Cases;

/// <summary>The check character of a reference. Source: ISO 7064:2003, hybrid system MOD 37,36.</summary>
public static class CheckCharacter
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>
    /// Over the digits and capital letters of the text; anything else, such as a hyphen, is passed over.
    /// </summary>
    public static char Of(string text)
    {
        var product = 36;
        foreach (var character in text)
        {
            var value = Alphabet.IndexOf(character);
            if (value < 0) continue;
            var sum = (product + value) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return Alphabet[(37 - product) % 36];
    }
}
