using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Finding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The index is made anew by today's rules, row by row, while the site runs (SearchBacklog).
            migrationBuilder.Sql("DROP TABLE \"ArticleSearch\";");

            // Positions end at 16,383, so a long text lies in several overlapping rows; the first has the headline's own vector.
            migrationBuilder.Sql("CREATE TABLE \"ArticleSearch\" (\"Key\" bigint NOT NULL, \"Part\" integer NOT NULL, \"Headline\" tsvector NULL, \"Vector\" tsvector NOT NULL, PRIMARY KEY (\"Key\", \"Part\"));");

            migrationBuilder.Sql("CREATE INDEX \"IX_ArticleSearch_Headline\" ON \"ArticleSearch\" USING gin (\"Headline\") WITH (fastupdate = off);");

            migrationBuilder.Sql("CREATE INDEX \"IX_ArticleSearch_Vector\" ON \"ArticleSearch\" USING gin (\"Vector\") WITH (fastupdate = off);");

            // Terms had their letters for a key and were others; no database can make the new numbers, so the program counts and weighs
            // anew what is public: −1 asks for it, and every public article waits (RelatedBacklog, at the next start).
            migrationBuilder.Sql("DROP TABLE \"Terms\";");

            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"TermId\" integer NOT NULL, \"ArticleId\" bigint NOT NULL, \"Weight\" smallint NOT NULL, CONSTRAINT \"PK_Terms\" PRIMARY KEY (\"TermId\", \"ArticleId\"));");

            migrationBuilder.Sql("DROP TABLE \"TermCounts\";");

            migrationBuilder.Sql("CREATE TABLE \"TermCounts\" (\"TermId\" integer NOT NULL CONSTRAINT \"PK_TermCounts\" PRIMARY KEY, \"Articles\" integer NOT NULL);");

            migrationBuilder.Sql("INSERT INTO \"TermCounts\" SELECT -1, 1 WHERE EXISTS (SELECT 1 FROM \"Articles\" WHERE \"Status\" = 3);");

            migrationBuilder.AddColumn<int>(
                name: "EventDay",
                table: "Articles",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "StoryFixed",
                table: "Articles",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "StoryId",
                table: "Articles",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "HotEntries",
                columns: table => new
                {
                    Window = table.Column<int>(type: "integer", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    Score = table.Column<double>(type: "double precision", nullable: false),
                    MadeUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Hour = table.Column<int>(type: "integer", nullable: false),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    Origin = table.Column<int>(type: "integer", nullable: false),
                    Reads = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "ReportMarks",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "bigint", nullable: false),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportMarks", x => new { x.Hash, x.ArticleId });
                });

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    SectionId = table.Column<int>(type: "integer", nullable: false),
                    SourceId = table.Column<int>(type: "integer", nullable: true),
                    PublishedUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Headline = table.Column<string>(type: "text", nullable: false),
                    HeadlineHash = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Stories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    IsNamed = table.Column<bool>(type: "boolean", nullable: false),
                    Slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Reports = table.Column<int>(type: "integer", nullable: false),
                    ReportsWhenNamed = table.Column<int>(type: "integer", nullable: false),
                    MergedIntoId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TermVectors",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    Terms = table.Column<byte[]>(type: "bytea", nullable: false),
                    IndexTerms = table.Column<byte[]>(type: "bytea", nullable: false),
                    Neighbours = table.Column<byte[]>(type: "bytea", nullable: false),
                    Widened = table.Column<byte[]>(type: "bytea", nullable: false)
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
            migrationBuilder.Sql("DROP TABLE \"ArticleSearch\";");

            migrationBuilder.Sql("CREATE TABLE \"ArticleSearch\" (\"ArticleId\" bigint NOT NULL, \"Part\" integer NOT NULL, \"Vector\" tsvector NOT NULL, PRIMARY KEY (\"ArticleId\", \"Part\"));");

            migrationBuilder.Sql("CREATE INDEX \"IX_ArticleSearch_Vector\" ON \"ArticleSearch\" USING gin (\"Vector\") WITH (fastupdate = off);");

            migrationBuilder.Sql("DROP TABLE \"Terms\";");

            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"Term\" text NOT NULL, \"ArticleId\" bigint NOT NULL, \"Weight\" real NOT NULL, CONSTRAINT \"PK_Terms\" PRIMARY KEY (\"Term\", \"ArticleId\"));");

            migrationBuilder.Sql("CREATE INDEX \"IX_Terms_ArticleId\" ON \"Terms\" (\"ArticleId\");");

            migrationBuilder.Sql("DROP TABLE \"TermCounts\";");

            migrationBuilder.Sql("CREATE TABLE \"TermCounts\" (\"Term\" text NOT NULL CONSTRAINT \"PK_TermCounts\" PRIMARY KEY, \"Articles\" integer NOT NULL);");

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
