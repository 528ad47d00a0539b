using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsPortal.Core.Access;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Newsroom;

/// <summary>
/// The keys that protect cookies: in the folder <c>keys</c> of a store on SQLite, out of its backups' reach; in the database
/// on PostgreSQL, where every node needs the same.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="logging">Where trouble is told.</param>
internal sealed class StoredKeys(NewsStore store, ILoggerFactory logging) : IConfigureOptions<KeyManagementOptions>
{
    /// <inheritdoc/>
    public void Configure(KeyManagementOptions options) => options.XmlRepository = store.Location.IsPostgres
        ? new Table(store)
        : new FileSystemXmlRepository(Directory.CreateDirectory(Path.Combine(store.Location.DataDirectory, "keys")), logging);

    private sealed class Table(NewsStore store) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var db = store.CreateContext();
            return [.. db.ProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).ToList().Select(x => XElement.Parse(x))];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var db = store.CreateContext();
            db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
            db.SaveChanges();
        }
    }
}
