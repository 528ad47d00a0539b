using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Postgres
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
            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"TermId\" integer NOT NULL, \"ArticleId\" bigint NOT NULL, \"Weight\" smallint NOT NULL, CONSTRAINT \"PK_Terms\" PRIMARY KEY (\"TermId\", \"ArticleId\"));");
            migrationBuilder.Sql("DROP TABLE \"TermCounts\";");
            migrationBuilder.Sql("CREATE TABLE \"TermCounts\" (\"TermId\" integer NOT NULL CONSTRAINT \"PK_TermCounts\" PRIMARY KEY, \"Articles\" integer NOT NULL);");
            migrationBuilder.Sql("INSERT INTO \"TermCounts\" SELECT -1, 1 WHERE EXISTS (SELECT 1 FROM \"Articles\" WHERE \"Status\" = 3);");
            migrationBuilder.Sql("UPDATE \"Articles\" SET \"RelatedDue\" = TRUE WHERE \"Status\" = 3;");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TermVectors");

            migrationBuilder.Sql("DROP TABLE \"Terms\";");
            migrationBuilder.Sql("CREATE TABLE \"Terms\" (\"Term\" text NOT NULL, \"ArticleId\" bigint NOT NULL, \"Weight\" real NOT NULL, CONSTRAINT \"PK_Terms\" PRIMARY KEY (\"Term\", \"ArticleId\"));");
            migrationBuilder.Sql("CREATE INDEX \"IX_Terms_ArticleId\" ON \"Terms\" (\"ArticleId\");");
            migrationBuilder.Sql("DROP TABLE \"TermCounts\";");
            migrationBuilder.Sql("CREATE TABLE \"TermCounts\" (\"Term\" text NOT NULL CONSTRAINT \"PK_TermCounts\" PRIMARY KEY, \"Articles\" integer NOT NULL);");
        }
    }
}
