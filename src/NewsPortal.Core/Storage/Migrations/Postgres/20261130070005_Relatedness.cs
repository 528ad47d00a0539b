using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Relatedness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Relatedness has another scale, and scores of two scales must not stand in one list: every public article waits
            // (RelatedBacklog, at the next start). What is stored of terms stays right.
            migrationBuilder.Sql("UPDATE \"Articles\" SET \"RelatedDue\" = (\"Status\" = 3);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE \"Articles\" SET \"RelatedDue\" = (\"Status\" = 3);");
        }
    }
}
