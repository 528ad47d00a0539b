using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RelatedTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Terms had their letters for a key and were others; no database can make the new numbers, so the program counts and weighs
            // anew what is public: −1 asks for it, and every public article waits (RelatedBacklog, at the next start).
            migrationBuilder.Sql("DROP TABLE \"Terms\";");
            // WITHOUT ROWID: the primary key is the table, which is only ever read through it.
            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"TermId\" INTEGER NOT NULL, \"ArticleId\" INTEGER NOT NULL, \"Weight\" INTEGER NOT NULL, PRIMARY KEY (\"TermId\", \"ArticleId\")) WITHOUT ROWID;");
            migrationBuilder.Sql("DROP TABLE \"TermCounts\";");
            migrationBuilder.Sql("CREATE TABLE \"TermCounts\" (\"TermId\" INTEGER NOT NULL PRIMARY KEY, \"Articles\" INTEGER NOT NULL);");
            migrationBuilder.Sql("INSERT INTO \"TermCounts\" SELECT -1, 1 WHERE EXISTS (SELECT 1 FROM \"Articles\" WHERE \"Status\" = 3);");
            migrationBuilder.Sql("UPDATE \"Articles\" SET \"RelatedDue\" = 1 WHERE \"Status\" = 3;");

            migrationBuilder.CreateTable(
                name: "TermVectors",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Terms = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IndexTerms = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Neighbours = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Widened = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermVectors", x => x.ArticleId);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TermVectors");

            migrationBuilder.Sql("DROP TABLE \"Terms\";");
            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"Term\" TEXT NOT NULL, \"ArticleId\" INTEGER NOT NULL, \"Weight\" REAL NOT NULL, PRIMARY KEY (\"Term\", \"ArticleId\")) WITHOUT ROWID;");
            migrationBuilder.Sql("CREATE INDEX \"IX_Terms_ArticleId\" ON \"Terms\" (\"ArticleId\");");
            migrationBuilder.Sql("DROP TABLE \"TermCounts\";");
            migrationBuilder.Sql("CREATE TABLE \"TermCounts\" (\"Term\" TEXT NOT NULL PRIMARY KEY, \"Articles\" INTEGER NOT NULL) WITHOUT ROWID;");
        }
    }
}
