using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RelatedChoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Terms get other numbers, and the articles under a term another order; no database can make either, so the program
            // counts and weighs anew what is public: −1 asks for it, and every public article waits (RelatedBacklog, at the next start).
            migrationBuilder.Sql("DROP TABLE \"Terms\";");

            // WITHOUT ROWID: the primary key is the table, which is only ever read through it.
            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"TermId\" INTEGER NOT NULL, \"Strength\" INTEGER NOT NULL, \"ArticleId\" INTEGER NOT NULL, PRIMARY KEY (\"TermId\", \"Strength\", \"ArticleId\")) WITHOUT ROWID;");

            migrationBuilder.Sql("DELETE FROM \"TermVectors\";");

            migrationBuilder.Sql("DELETE FROM \"TermCounts\";");

            migrationBuilder.Sql("INSERT INTO \"TermCounts\" SELECT -1, 1 WHERE EXISTS (SELECT 1 FROM \"Articles\" WHERE \"Status\" = 3);");

            migrationBuilder.Sql("UPDATE \"Articles\" SET \"RelatedDue\" = (\"Status\" = 3);");

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedUtc",
                table: "TermVectors",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.CreateTable(
                name: "RelatedChoices",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    RelatedId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsPinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RelatedChoices", x => new { x.ArticleId, x.RelatedId });
                    table.ForeignKey(
                        name: "FK_RelatedChoices_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RelatedChoices_Articles_RelatedId",
                        column: x => x.RelatedId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_Headline",
                table: "Articles",
                column: "Headline");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_OriginalUrl",
                table: "Articles",
                column: "OriginalUrl",
                filter: "length(\"OriginalUrl\") <= 800");

            migrationBuilder.CreateIndex(
                name: "IX_RelatedChoices_RelatedId",
                table: "RelatedChoices",
                column: "RelatedId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE \"Terms\";");

            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"TermId\" INTEGER NOT NULL, \"ArticleId\" INTEGER NOT NULL, \"Weight\" INTEGER NOT NULL, PRIMARY KEY (\"TermId\", \"ArticleId\")) WITHOUT ROWID;");

            migrationBuilder.Sql("DELETE FROM \"TermVectors\";");

            migrationBuilder.Sql("DELETE FROM \"TermCounts\";");

            migrationBuilder.Sql("INSERT INTO \"TermCounts\" SELECT -1, 1 WHERE EXISTS (SELECT 1 FROM \"Articles\" WHERE \"Status\" = 3);");

            migrationBuilder.Sql("UPDATE \"Articles\" SET \"RelatedDue\" = (\"Status\" = 3);");

            migrationBuilder.DropTable(
                name: "RelatedChoices");

            migrationBuilder.DropIndex(
                name: "IX_Articles_Headline",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "IX_Articles_OriginalUrl",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "PublishedUtc",
                table: "TermVectors");
        }
    }
}
