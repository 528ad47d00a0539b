using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchPinyin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The index is made anew by today's rules, row by row, while the site runs (SearchBacklog).
            migrationBuilder.Sql("DROP TABLE \"ArticleSearch\";");

            // The text is split before it comes here, so the tokenizer only parts at blanks. Notes hold the headline's pinyin
            // and what an article can be filtered by. No prefix index, which was as large as the text: single characters
            // have a table of their own that keeps no positions. The body comes first: FTS5 writes two bytes with every
            // match in any later column.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE \"ArticleSearch\" USING fts5(Body, Headline, Notes, content='', contentless_delete=1, tokenize='ascii');");
            migrationBuilder.Sql("CREATE VIRTUAL TABLE \"ArticleCharacters\" USING fts5(Characters, content='', contentless_delete=1, tokenize='ascii', detail='none');");

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    SectionId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: true),
                    PublishedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false),
                    HeadlineHash = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_ArticleId",
                table: "SearchEntries",
                column: "ArticleId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_HeadlineHash",
                table: "SearchEntries",
                column: "HeadlineHash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE \"ArticleCharacters\";");
            migrationBuilder.Sql("DROP TABLE \"ArticleSearch\";");
            migrationBuilder.Sql("CREATE VIRTUAL TABLE \"ArticleSearch\" USING fts5(Headline, Body, content='', contentless_delete=1, tokenize='ascii', prefix='1');");

            migrationBuilder.DropTable(
                name: "SearchEntries");
        }
    }
}
