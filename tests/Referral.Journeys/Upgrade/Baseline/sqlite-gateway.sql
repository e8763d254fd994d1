-- The first released shape of this store, as its migration made it. Never changed: stores like it are out.
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsHistory" (
    "migration_id" TEXT NOT NULL CONSTRAINT "pk___ef_migrations_history" PRIMARY KEY,
    "product_version" TEXT NOT NULL
);
CREATE TABLE "agreement_switches" (
    "row" INTEGER NOT NULL CONSTRAINT "pk_agreement_switches" PRIMARY KEY AUTOINCREMENT,
    "instrument" TEXT NOT NULL,
    "operated" INTEGER NOT NULL,
    "status" TEXT NULL,
    "first_officer" TEXT NOT NULL,
    "first_post" TEXT NOT NULL,
    "proposed_at" INTEGER NOT NULL,
    "second_officer" TEXT NULL,
    "since" INTEGER NULL
);
CREATE TABLE "cases" (
    "id" TEXT NOT NULL CONSTRAINT "pk_cases" PRIMARY KEY,
    "local_number" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "referral" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "next_out" INTEGER NOT NULL,
    "next_in" INTEGER NOT NULL
);
CREATE TABLE "checkpoints" (
    "number" INTEGER NOT NULL CONSTRAINT "pk_checkpoints" PRIMARY KEY,
    "jws" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE "commands" (
    "command_id" TEXT NOT NULL CONSTRAINT "pk_commands" PRIMARY KEY,
    "content" TEXT NOT NULL,
    "case_id" TEXT NULL,
    "answer" BLOB NOT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE "deadlines" (
    "id" TEXT NOT NULL CONSTRAINT "pk_deadlines" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "started_on" TEXT NOT NULL,
    "due_on" TEXT NULL,
    "code" TEXT NULL,
    "met_at" INTEGER NULL
);
CREATE TABLE "host_cases" (
    "correlation_id" TEXT NOT NULL CONSTRAINT "pk_host_cases" PRIMARY KEY,
    "stage" TEXT NOT NULL,
    "holds" TEXT NOT NULL,
    "stage_since" INTEGER NOT NULL
);
CREATE TABLE "journal" (
    "row" INTEGER NOT NULL CONSTRAINT "pk_journal" PRIMARY KEY AUTOINCREMENT,
    "chain" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "previous" BLOB NOT NULL,
    "text" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "checkpoint" INTEGER NULL
);
CREATE TABLE "letters_in" (
    "row" INTEGER NOT NULL CONSTRAINT "pk_letters_in" PRIMARY KEY AUTOINCREMENT,
    "sender" TEXT NOT NULL,
    "letter_id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "case_id" TEXT NULL,
    "referral" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "code" TEXT NULL,
    "receipt_id" TEXT NOT NULL,
    "sealed_jws" BLOB NULL,
    "arrived_at" INTEGER NOT NULL
);
CREATE TABLE "letters_out" (
    "row" INTEGER NOT NULL CONSTRAINT "pk_letters_out" PRIMARY KEY AUTOINCREMENT,
    "letter_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "referral" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "to_country" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sealed_jws" BLOB NOT NULL,
    "written_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "left_at" INTEGER NULL,
    "attempts" INTEGER NOT NULL,
    "settled_at" INTEGER NULL,
    "receipt_id" TEXT NULL,
    "code" TEXT NULL,
    "alerts" INTEGER NOT NULL,
    "asked_again" INTEGER NOT NULL,
    "traceparent" TEXT NULL
);
CREATE TABLE "neighbours" (
    "country" TEXT NOT NULL CONSTRAINT "pk_neighbours" PRIMARY KEY,
    "paused_since" INTEGER NULL,
    "last_pouch_out" INTEGER NULL,
    "last_pouch_in" INTEGER NULL
);
CREATE TABLE "origin_cases" (
    "correlation_id" TEXT NOT NULL CONSTRAINT "pk_origin_cases" PRIMARY KEY,
    "stage" TEXT NOT NULL,
    "holds" TEXT NOT NULL,
    "stage_since" INTEGER NOT NULL
);
CREATE TABLE "owed_receipts" (
    "country" TEXT NOT NULL,
    "receipt_id" TEXT NOT NULL,
    "since" INTEGER NOT NULL,
    CONSTRAINT "pk_owed_receipts" PRIMARY KEY ("country", "receipt_id")
);
CREATE TABLE "receipts" (
    "receipt_id" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "jws" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_receipts" PRIMARY KEY ("receipt_id", "country")
);
CREATE TABLE "sections" (
    "case_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "sealed" BLOB NOT NULL,
    "written_at" INTEGER NOT NULL,
    CONSTRAINT "pk_sections" PRIMARY KEY ("case_id", "name")
);
CREATE TABLE "sequences" (
    "name" TEXT NOT NULL CONSTRAINT "pk_sequences" PRIMARY KEY,
    "next" INTEGER NOT NULL
);
CREATE TABLE "tasks" (
    "id" TEXT NOT NULL CONSTRAINT "pk_tasks" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "viewer_post" TEXT NULL,
    "letter_id" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "due_on" TEXT NULL,
    "done_at" INTEGER NULL
);
CREATE TABLE "witnesses" (
    "country" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "jws" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_witnesses" PRIMARY KEY ("country", "number")
);
CREATE UNIQUE INDEX "ix_cases_local_number" ON "cases" ("local_number");
CREATE UNIQUE INDEX "ix_cases_referral" ON "cases" ("referral");
CREATE INDEX "ix_deadlines_case_id" ON "deadlines" ("case_id");
CREATE UNIQUE INDEX "ix_journal_chain_number" ON "journal" ("chain", "number");
CREATE INDEX "ix_journal_checkpoint" ON "journal" ("checkpoint");
CREATE INDEX "ix_letters_in_case_id" ON "letters_in" ("case_id");
CREATE INDEX "ix_letters_in_referral_sender_number" ON "letters_in" ("referral", "sender", "number");
CREATE UNIQUE INDEX "ix_letters_in_sender_letter_id_sha256" ON "letters_in" ("sender", "letter_id", "sha256");
CREATE INDEX "ix_letters_out_case_id" ON "letters_out" ("case_id");
CREATE UNIQUE INDEX "ix_letters_out_letter_id" ON "letters_out" ("letter_id");
CREATE INDEX "ix_letters_out_to_country_due_at" ON "letters_out" ("to_country", "due_at");
CREATE INDEX "ix_tasks_case_id" ON "tasks" ("case_id");
CREATE INDEX "ix_tasks_post_done_at" ON "tasks" ("post", "done_at");
INSERT INTO "__EFMigrationsHistory" VALUES ('20261125141905_Initial', '10.0.15');
