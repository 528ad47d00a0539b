using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Provenance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ChosenEncoding",
                table: "OriginalUses",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChosenSection",
                table: "OriginalUses",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ChosenEncoding",
                table: "OriginalUses");

            migrationBuilder.DropColumn(
                name: "ChosenSection",
                table: "OriginalUses");
        }
    }
}
