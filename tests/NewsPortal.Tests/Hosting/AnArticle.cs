using System.Text;

namespace NewsPortal.Tests.Hosting;

/// <summary>Writes article files for tests; only what a test names differs from the ordinary.</summary>
public sealed class AnArticle
{
    private readonly StringBuilder _head = new();
    private string _body = "河边的新步道今天开放，清晨就有许多人来散步。步道全长三公里，沿途种了四百棵柳树。";
    private string _path = $"{Guid.NewGuid():N}.md";

    private AnArticle(string headline) => _head.Append("headline: ").AppendLine(Quoted(headline));

    public static AnArticle Called(string headline) => new(headline);

    public AnArticle With(string key, string value)
    {
        _head.Append(key).Append(": ").AppendLine(value);
        return this;
    }

    public AnArticle At(string time) => With("date", time);

    public AnArticle In(string section) => With("section", section);

    public AnArticle Saying(string body)
    {
        _body = body;
        return this;
    }

    public AnArticle Under(string path)
    {
        _path = path;
        return this;
    }

    public static implicit operator (string, string)(AnArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.ToFile();
    }

    public (string Path, string Text) ToFile() => (_path, $"---\n{_head}---\n\n{_body}\n");

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
