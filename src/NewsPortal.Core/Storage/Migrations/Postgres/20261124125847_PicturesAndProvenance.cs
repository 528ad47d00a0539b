using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PicturesAndProvenance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Renditions",
                table: "Pictures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Tone",
                table: "Pictures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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

            migrationBuilder.CreateTable(
                name: "PictureInputs",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PictureId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PictureInputs", x => x.Hash);
                    table.ForeignKey(
                        name: "FK_PictureInputs_Pictures_PictureId",
                        column: x => x.PictureId,
                        principalTable: "Pictures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_Renditions",
                table: "Pictures",
                column: "Renditions");

            migrationBuilder.CreateIndex(
                name: "IX_PictureInputs_PictureId",
                table: "PictureInputs",
                column: "PictureId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PictureInputs");

            migrationBuilder.DropIndex(
                name: "IX_Pictures_Renditions",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Renditions",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Tone",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "ChosenEncoding",
                table: "OriginalUses");

            migrationBuilder.DropColumn(
                name: "ChosenSection",
                table: "OriginalUses");
        }
    }
}
