using System.Text.RegularExpressions;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>
/// The closed class of words that ask. An article that answers a question does not repeat them, and where few articles
/// ask anything they would count as rare.
/// </summary>
internal static partial class QuestionWords
{
    /// <summary>A term without them; where they stood, nothing joins.</summary>
    /// <param name="term">As typed.</param>
    public static string Without(string term) => Asking().Replace(Folding.ForSearch(term), "\n");

    [GeneratedRegex("什么|甚么|什麽|怎么|怎样|如何|为什么|为何|因何|请问|是否|多少|多大|多长|多高|多久|多远|几[个年次种位月日岁届条座名家]|哪里|哪儿|哪[个些一种位年国家天次座条]?|何[处时地人种年]|有何|谁是|是谁|谁|吗|呢", RegexOptions.NonBacktracking)]
    private static partial Regex Asking();
}
