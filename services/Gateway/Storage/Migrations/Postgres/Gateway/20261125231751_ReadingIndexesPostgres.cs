using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Referral.Gateway.Storage.Migrations.Postgres.Gateway
{
    /// <inheritdoc />
    public partial class ReadingIndexesPostgres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_post_done_at",
                table: "tasks");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_post_opened_at_id",
                table: "tasks",
                columns: new[] { "post", "opened_at", "id" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_viewer_post_opened_at_id",
                table: "tasks",
                columns: new[] { "viewer_post", "opened_at", "id" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_host_origin_opened_at_id",
                table: "cases",
                columns: new[] { "host", "origin", "opened_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_opened_at_id",
                table: "cases",
                columns: new[] { "opened_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_post_opened_at_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_viewer_post_opened_at_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_cases_host_origin_opened_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_opened_at_id",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_post_done_at",
                table: "tasks",
                columns: new[] { "post", "done_at" });
        }
    }
}
