using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Referral.Gateway.Storage.Migrations.Postgres.Gateway
{
    /// <inheritdoc />
    public partial class UnsettledLettersPostgres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_letters_out_to_country_due_at",
                table: "letters_out");

            migrationBuilder.CreateIndex(
                name: "ix_letters_out_to_country_row_due_at",
                table: "letters_out",
                columns: new[] { "to_country", "row", "due_at" },
                filter: "due_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_letters_out_to_country_row_due_at",
                table: "letters_out");

            migrationBuilder.CreateIndex(
                name: "ix_letters_out_to_country_due_at",
                table: "letters_out",
                columns: new[] { "to_country", "due_at" });
        }
    }
}
