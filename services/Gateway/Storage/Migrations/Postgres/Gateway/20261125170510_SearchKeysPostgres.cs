using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Referral.Gateway.Storage.Migrations.Postgres.Gateway
{
    /// <inheritdoc />
    public partial class SearchKeysPostgres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_keys",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_keys", x => new { x.key, x.case_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_keys_case_id",
                table: "search_keys",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_keys");
        }
    }
}
