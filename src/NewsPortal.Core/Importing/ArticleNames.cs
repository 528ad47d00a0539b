using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing;

/// <summary>An article's topics and writers: those that the file no longer names go, the others keep their rows.</summary>
internal static class ArticleNames
{
    /// <summary>Gives an article its topics, in order.</summary>
    public static async Task FillTagsAsync(NewsDbContext db, NameBook names, Article article, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        var tags = new List<Tag>();
        foreach (var name in wanted.Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            var tag = await names.NamedAsync<Tag>(db, name, cancellationToken);
            if (!tags.Contains(tag))
            {
                tags.Add(tag);
            }
        }

        article.Tags.RemoveAll(t => !tags.Contains(t.Tag));
        for (var i = 0; i < tags.Count; i++)
        {
            var known = article.Tags.Find(t => t.Tag == tags[i]);
            if (known is null)
            {
                article.Tags.Add(known = new ArticleTag { Article = article, Tag = tags[i] });
            }

            known.Position = i;
        }
    }

    /// <summary>Gives an article its writers, in order.</summary>
    public static async Task FillAuthorsAsync(NewsDbContext db, NameBook names, Article article, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        var authors = new List<Author>();
        foreach (var name in wanted.Where(a => !string.IsNullOrWhiteSpace(a)))
        {
            var author = await names.NamedAsync<Author>(db, name, cancellationToken);
            if (!authors.Contains(author))
            {
                authors.Add(author);
            }
        }

        article.Authors.RemoveAll(a => !authors.Contains(a.Author));
        for (var i = 0; i < authors.Count; i++)
        {
            var known = article.Authors.Find(a => a.Author == authors[i]);
            if (known is null)
            {
                article.Authors.Add(known = new ArticleAuthor { Article = article, Author = authors[i] });
            }

            known.Position = i;
        }
    }
}
