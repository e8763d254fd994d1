using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Referral.Gateway.Storage.Migrations.Postgres.Gateway
{
    /// <inheritdoc />
    public partial class LinesAndUndeliverablePostgres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "lease_holder",
                table: "neighbours",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "lease_until",
                table: "neighbours",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "undeliverable",
                columns: table => new
                {
                    body_sha256 = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: true),
                    sender = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    came_at = table.Column<long>(type: "bigint", nullable: false),
                    tried_at = table.Column<long>(type: "bigint", nullable: true),
                    taken_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_undeliverable", x => x.body_sha256);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "undeliverable");

            migrationBuilder.DropColumn(
                name: "lease_holder",
                table: "neighbours");

            migrationBuilder.DropColumn(
                name: "lease_until",
                table: "neighbours");
        }
    }
}
