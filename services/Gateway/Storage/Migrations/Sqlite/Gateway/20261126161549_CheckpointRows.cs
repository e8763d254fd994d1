using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Referral.Gateway.Storage.Migrations.Sqlite.Gateway
{
    /// <inheritdoc />
    public partial class CheckpointRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "last_row",
                table: "checkpoints",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // A checkpoint covered what was named beside the entries; from now on it says up to which row. One that
            // covers nothing goes as far as the one before it.
            migrationBuilder.Sql("""
                UPDATE checkpoints SET last_row = filled.last_row
                FROM (
                    SELECT c.number, coalesce(max(max(j.row)) OVER (ORDER BY c.number), 0) AS last_row
                    FROM checkpoints AS c LEFT JOIN journal AS j ON j.checkpoint = c.number
                    GROUP BY c.number) AS filled
                WHERE filled.number = checkpoints.number
                """);

            migrationBuilder.CreateIndex(
                name: "ix_checkpoints_last_row_number",
                table: "checkpoints",
                columns: new[] { "last_row", "number" });

            migrationBuilder.DropIndex(
                name: "ix_journal_checkpoint",
                table: "journal");

            migrationBuilder.DropColumn(
                name: "checkpoint",
                table: "journal");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "checkpoint",
                table: "journal",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("""
                UPDATE journal SET checkpoint = (
                    SELECT c.number FROM checkpoints AS c WHERE c.last_row >= journal.row
                    ORDER BY c.last_row, c.number LIMIT 1)
                """);

            migrationBuilder.CreateIndex(
                name: "ix_journal_checkpoint",
                table: "journal",
                column: "checkpoint");

            migrationBuilder.DropIndex(
                name: "ix_checkpoints_last_row_number",
                table: "checkpoints");

            migrationBuilder.DropColumn(
                name: "last_row",
                table: "checkpoints");
        }
    }
}
