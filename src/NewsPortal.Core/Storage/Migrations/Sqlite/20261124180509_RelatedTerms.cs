using System;
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

            migrationBuilder.DropColumn(
                name: "PublishedUtc",
                table: "TermVectors");
        }
    }
}
