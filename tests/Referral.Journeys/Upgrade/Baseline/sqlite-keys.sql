-- The first released shape of this store, as its migration made it. Never changed: stores like it are out.
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsHistory" (
    "migration_id" TEXT NOT NULL CONSTRAINT "pk___ef_migrations_history" PRIMARY KEY,
    "product_version" TEXT NOT NULL
);
CREATE TABLE "keys" (
    "case_id" TEXT NOT NULL CONSTRAINT "pk_keys" PRIMARY KEY,
    "wrapped" BLOB NOT NULL,
    "made_at" INTEGER NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES ('20261125141908_InitialKeys', '10.0.15');
