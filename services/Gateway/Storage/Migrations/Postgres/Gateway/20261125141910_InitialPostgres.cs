using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Referral.Gateway.Storage.Migrations.Postgres.Gateway
{
    /// <inheritdoc />
    public partial class InitialPostgres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agreement_switches",
                columns: table => new
                {
                    row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    instrument = table.Column<string>(type: "text", nullable: false),
                    operated = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: true),
                    first_officer = table.Column<string>(type: "text", nullable: false),
                    first_post = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    second_officer = table.Column<string>(type: "text", nullable: true),
                    since = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_switches", x => x.row);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    local_number = table.Column<string>(type: "text", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    host = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    referral = table.Column<string>(type: "text", nullable: true),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    next_out = table.Column<long>(type: "bigint", nullable: false),
                    next_in = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "checkpoints",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    jws = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checkpoints", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "commands",
                columns: table => new
                {
                    command_id = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commands", x => x.command_id);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    started_on = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<string>(type: "text", nullable: true),
                    code = table.Column<string>(type: "text", nullable: true),
                    met_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadlines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_cases",
                columns: table => new
                {
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    holds = table.Column<string>(type: "text", nullable: false),
                    stage_since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_cases", x => x.correlation_id);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    chain = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    previous = table.Column<byte[]>(type: "bytea", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    checkpoint = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => x.row);
                });

            migrationBuilder.CreateTable(
                name: "letters_in",
                columns: table => new
                {
                    row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sender = table.Column<string>(type: "text", nullable: false),
                    letter_id = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    referral = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    receipt_id = table.Column<string>(type: "text", nullable: false),
                    sealed_jws = table.Column<byte[]>(type: "bytea", nullable: true),
                    arrived_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letters_in", x => x.row);
                });

            migrationBuilder.CreateTable(
                name: "letters_out",
                columns: table => new
                {
                    row = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    letter_id = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    to_country = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    sealed_jws = table.Column<byte[]>(type: "bytea", nullable: false),
                    written_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    left_at = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    receipt_id = table.Column<string>(type: "text", nullable: true),
                    code = table.Column<string>(type: "text", nullable: true),
                    alerts = table.Column<int>(type: "integer", nullable: false),
                    asked_again = table.Column<bool>(type: "boolean", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letters_out", x => x.row);
                });

            migrationBuilder.CreateTable(
                name: "neighbours",
                columns: table => new
                {
                    country = table.Column<string>(type: "text", nullable: false),
                    paused_since = table.Column<long>(type: "bigint", nullable: true),
                    last_pouch_out = table.Column<long>(type: "bigint", nullable: true),
                    last_pouch_in = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_neighbours", x => x.country);
                });

            migrationBuilder.CreateTable(
                name: "origin_cases",
                columns: table => new
                {
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    holds = table.Column<string>(type: "text", nullable: false),
                    stage_since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_origin_cases", x => x.correlation_id);
                });

            migrationBuilder.CreateTable(
                name: "owed_receipts",
                columns: table => new
                {
                    country = table.Column<string>(type: "text", nullable: false),
                    receipt_id = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_owed_receipts", x => new { x.country, x.receipt_id });
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                columns: table => new
                {
                    receipt_id = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    jws = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipts", x => new { x.receipt_id, x.country });
                });

            migrationBuilder.CreateTable(
                name: "sections",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    written_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sections", x => new { x.case_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "sequences",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    next = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sequences", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: false),
                    viewer_post = table.Column<string>(type: "text", nullable: true),
                    letter_id = table.Column<string>(type: "text", nullable: true),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    due_on = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "witnesses",
                columns: table => new
                {
                    country = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    jws = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_witnesses", x => new { x.country, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_local_number",
                table: "cases",
                column: "local_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_referral",
                table: "cases",
                column: "referral",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_case_id",
                table: "deadlines",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_journal_chain_number",
                table: "journal",
                columns: new[] { "chain", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journal_checkpoint",
                table: "journal",
                column: "checkpoint");

            migrationBuilder.CreateIndex(
                name: "ix_letters_in_case_id",
                table: "letters_in",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_letters_in_referral_sender_number",
                table: "letters_in",
                columns: new[] { "referral", "sender", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_letters_in_sender_letter_id_sha256",
                table: "letters_in",
                columns: new[] { "sender", "letter_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letters_out_case_id",
                table: "letters_out",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_letters_out_letter_id",
                table: "letters_out",
                column: "letter_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letters_out_to_country_due_at",
                table: "letters_out",
                columns: new[] { "to_country", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_case_id",
                table: "tasks",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_post_done_at",
                table: "tasks",
                columns: new[] { "post", "done_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_switches");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "checkpoints");

            migrationBuilder.DropTable(
                name: "commands");

            migrationBuilder.DropTable(
                name: "deadlines");

            migrationBuilder.DropTable(
                name: "host_cases");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "letters_in");

            migrationBuilder.DropTable(
                name: "letters_out");

            migrationBuilder.DropTable(
                name: "neighbours");

            migrationBuilder.DropTable(
                name: "origin_cases");

            migrationBuilder.DropTable(
                name: "owed_receipts");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "sections");

            migrationBuilder.DropTable(
                name: "sequences");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "witnesses");
        }
    }
}
