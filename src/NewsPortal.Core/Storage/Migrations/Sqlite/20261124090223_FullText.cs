using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FullText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The text is split before it comes here, so the tokenizer only parts at blanks; one-character queries use the prefix index.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE \"ArticleSearch\" USING fts5(Headline, Body, content='', contentless_delete=1, tokenize='ascii', prefix='1');");

            // WITHOUT ROWID: the primary key is the table, and both are only ever read through it.
            migrationBuilder.Sql("DROP TABLE \"Terms\";");
            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"Term\" TEXT NOT NULL, \"ArticleId\" INTEGER NOT NULL, \"Weight\" REAL NOT NULL, PRIMARY KEY (\"Term\", \"ArticleId\")) WITHOUT ROWID;");
            migrationBuilder.Sql("CREATE INDEX \"IX_Terms_ArticleId\" ON \"Terms\" (\"ArticleId\");");
            migrationBuilder.Sql("DROP TABLE \"TermCounts\";");
            migrationBuilder.Sql("CREATE TABLE \"TermCounts\" (\"Term\" TEXT NOT NULL PRIMARY KEY, \"Articles\" INTEGER NOT NULL) WITHOUT ROWID;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("DROP TABLE \"ArticleSearch\";");
    }
}
