using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Tone",
                table: "Pictures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ChosenEncoding",
                table: "OriginalUses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChosenSection",
                table: "OriginalUses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PictureInputs",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PictureId = table.Column<int>(type: "INTEGER", nullable: false)
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
