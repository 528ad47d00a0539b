using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SearchPinyin : Migration
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
            migrationBuilder.Sql("DROP TABLE \"ArticleSearch\";");
            migrationBuilder.Sql("CREATE TABLE \"ArticleSearch\" (\"ArticleId\" bigint NOT NULL, \"Part\" integer NOT NULL, \"Vector\" tsvector NOT NULL, PRIMARY KEY (\"ArticleId\", \"Part\"));");
            migrationBuilder.Sql("CREATE INDEX \"IX_ArticleSearch_Vector\" ON \"ArticleSearch\" USING gin (\"Vector\") WITH (fastupdate = off);");

            migrationBuilder.DropTable(
                name: "SearchEntries");
        }
    }
}
