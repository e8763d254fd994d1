-- The first released shape of this store, as its migration made it. Never changed: stores like it are out.
CREATE TABLE public."__EFMigrationsHistory" (
    migration_id character varying(150) NOT NULL,
    product_version character varying(32) NOT NULL
);
CREATE TABLE public.keys (
    case_id uuid NOT NULL,
    wrapped bytea NOT NULL,
    made_at bigint NOT NULL
);
ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT pk___ef_migrations_history PRIMARY KEY (migration_id);
ALTER TABLE ONLY public.keys
    ADD CONSTRAINT pk_keys PRIMARY KEY (case_id);
INSERT INTO public."__EFMigrationsHistory" VALUES ('20261125141913_InitialPostgresKeys', '10.0.15');
