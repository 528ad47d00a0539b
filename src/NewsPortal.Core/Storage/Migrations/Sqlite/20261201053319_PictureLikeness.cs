using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PictureLikeness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PictureLikenesses",
                columns: table => new
                {
                    PictureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<long>(type: "INTEGER", nullable: true),
                    Band0 = table.Column<int>(type: "INTEGER", nullable: true),
                    Band1 = table.Column<int>(type: "INTEGER", nullable: true),
                    Band2 = table.Column<int>(type: "INTEGER", nullable: true),
                    Band3 = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PictureLikenesses", x => x.PictureId);
                    table.ForeignKey(
                        name: "FK_PictureLikenesses_Pictures_PictureId",
                        column: x => x.PictureId,
                        principalTable: "Pictures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PictureLikenesses_Band0_PictureId",
                table: "PictureLikenesses",
                columns: new[] { "Band0", "PictureId" });

            migrationBuilder.CreateIndex(
                name: "IX_PictureLikenesses_Band1_PictureId",
                table: "PictureLikenesses",
                columns: new[] { "Band1", "PictureId" });

            migrationBuilder.CreateIndex(
                name: "IX_PictureLikenesses_Band2_PictureId",
                table: "PictureLikenesses",
                columns: new[] { "Band2", "PictureId" });

            migrationBuilder.CreateIndex(
                name: "IX_PictureLikenesses_Band3_PictureId",
                table: "PictureLikenesses",
                columns: new[] { "Band3", "PictureId" });

            migrationBuilder.CreateIndex(
                name: "IX_PictureLikenesses_State_PictureId",
                table: "PictureLikenesses",
                columns: new[] { "State", "PictureId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PictureLikenesses");
        }
    }
}
