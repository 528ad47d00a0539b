using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FullText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Positions end at 16,383, so a long text lies in several overlapping rows.
            migrationBuilder.Sql("CREATE TABLE \"ArticleSearch\" (\"ArticleId\" bigint NOT NULL, \"Part\" integer NOT NULL, \"Vector\" tsvector NOT NULL, PRIMARY KEY (\"ArticleId\", \"Part\"));");
            migrationBuilder.Sql("CREATE INDEX \"IX_ArticleSearch_Vector\" ON \"ArticleSearch\" USING gin (\"Vector\") WITH (fastupdate = off);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("DROP TABLE \"ArticleSearch\";");
    }
}
