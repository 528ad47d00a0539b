using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Finding : Migration
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

            // Terms had their letters for a key and were others; no database can make the new numbers, so the program counts and weighs
            // anew what is public: −1 asks for it, and every public article waits (RelatedBacklog, at the next start).
            migrationBuilder.Sql("DROP TABLE \"Terms\";");

            // WITHOUT ROWID: the primary key is the table, which is only ever read through it.
            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"TermId\" INTEGER NOT NULL, \"ArticleId\" INTEGER NOT NULL, \"Weight\" INTEGER NOT NULL, PRIMARY KEY (\"TermId\", \"ArticleId\")) WITHOUT ROWID;");

            migrationBuilder.Sql("DROP TABLE \"TermCounts\";");

            migrationBuilder.Sql("CREATE TABLE \"TermCounts\" (\"TermId\" INTEGER NOT NULL PRIMARY KEY, \"Articles\" INTEGER NOT NULL);");

            migrationBuilder.Sql("INSERT INTO \"TermCounts\" SELECT -1, 1 WHERE EXISTS (SELECT 1 FROM \"Articles\" WHERE \"Status\" = 3);");

            migrationBuilder.AddColumn<int>(
                name: "EventDay",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "StoryFixed",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "StoryId",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "HotEntries",
                columns: table => new
                {
                    Window = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<double>(type: "REAL", nullable: false),
                    MadeUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HotEntries", x => new { x.Window, x.Rank });
                    table.ForeignKey(
                        name: "FK_HotEntries_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReadCounts",
                columns: table => new
                {
                    Hour = table.Column<int>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    Reads = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadCounts", x => new { x.Hour, x.ArticleId, x.Origin });
                    table.ForeignKey(
                        name: "FK_ReadCounts_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // WITHOUT ROWID: the primary key is the table, which is only ever read through it.
            migrationBuilder.Sql("CREATE TABLE \"ReportMarks\" (\"Hash\" INTEGER NOT NULL, \"ArticleId\" INTEGER NOT NULL, PRIMARY KEY (\"Hash\", \"ArticleId\")) WITHOUT ROWID;");

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

            migrationBuilder.CreateTable(
                name: "Stories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    IsNamed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportsWhenNamed = table.Column<int>(type: "INTEGER", nullable: false),
                    MergedIntoId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stories", x => x.Id);
                });

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

            migrationBuilder.CreateIndex(
                name: "IX_Articles_StoryId_Status_PublishedUtc_Id",
                table: "Articles",
                columns: new[] { "StoryId", "Status", "PublishedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_HotEntries_ArticleId",
                table: "HotEntries",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_ReadCounts_ArticleId",
                table: "ReadCounts",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportMarks_ArticleId",
                table: "ReportMarks",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_ArticleId",
                table: "SearchEntries",
                column: "ArticleId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_HeadlineHash",
                table: "SearchEntries",
                column: "HeadlineHash");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Slug",
                table: "Stories",
                column: "Slug",
                unique: true);

            // Groups, stories and lists of what is there already are made by the backlog that works at the next start.
            migrationBuilder.Sql("UPDATE \"Articles\" SET \"StoryId\" = \"ReportId\", \"EventDay\" = \"Day\", \"RelatedDue\" = (\"Status\" = 3);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE \"ArticleCharacters\";");

            migrationBuilder.Sql("DROP TABLE \"ArticleSearch\";");

            migrationBuilder.Sql("CREATE VIRTUAL TABLE \"ArticleSearch\" USING fts5(Headline, Body, content='', contentless_delete=1, tokenize='ascii', prefix='1');");

            migrationBuilder.Sql("DROP TABLE \"Terms\";");

            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"Term\" TEXT NOT NULL, \"ArticleId\" INTEGER NOT NULL, \"Weight\" REAL NOT NULL, PRIMARY KEY (\"Term\", \"ArticleId\")) WITHOUT ROWID;");

            migrationBuilder.Sql("CREATE INDEX \"IX_Terms_ArticleId\" ON \"Terms\" (\"ArticleId\");");

            migrationBuilder.Sql("DROP TABLE \"TermCounts\";");

            migrationBuilder.Sql("CREATE TABLE \"TermCounts\" (\"Term\" TEXT NOT NULL PRIMARY KEY, \"Articles\" INTEGER NOT NULL) WITHOUT ROWID;");

            migrationBuilder.DropTable(
                name: "HotEntries");

            migrationBuilder.DropTable(
                name: "ReadCounts");

            migrationBuilder.DropTable(
                name: "ReportMarks");

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropTable(
                name: "Stories");

            migrationBuilder.DropTable(
                name: "TermVectors");

            migrationBuilder.DropIndex(
                name: "IX_Articles_StoryId_Status_PublishedUtc_Id",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "EventDay",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "StoryFixed",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "StoryId",
                table: "Articles");
        }
    }
}
