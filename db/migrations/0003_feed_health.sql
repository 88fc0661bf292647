CREATE TABLE "article_pages" (
	"article_id" bigint PRIMARY KEY NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"body_html" text,
	"body_text" text,
	"canonical_url" text,
	"message" text
);
--> statement-breakpoint
CREATE TABLE "headline_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "headline_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"before" text NOT NULL,
	"after" text
);
--> statement-breakpoint
CREATE TABLE "feed_days" (
	"feed_id" bigint NOT NULL,
	"day" date NOT NULL,
	"polls" integer DEFAULT 0 NOT NULL,
	"not_modified" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"retry_afters" integer DEFAULT 0 NOT NULL,
	"wire_bytes" bigint DEFAULT 0 NOT NULL,
	"saved_bytes" bigint DEFAULT 0 NOT NULL,
	"new_articles" integer DEFAULT 0 NOT NULL,
	"revised_articles" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "feed_days_feed_id_day_pk" PRIMARY KEY("feed_id","day")
);
--> statement-breakpoint
CREATE TABLE "feed_documents" (
	"feed_id" bigint PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"wire_bytes" integer NOT NULL,
	"items" integer NOT NULL,
	"listed" jsonb NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"feed_id" bigint PRIMARY KEY NOT NULL,
	"hub_url" text NOT NULL,
	"topic_url" text NOT NULL,
	"callback_token" text NOT NULL,
	"secret" text NOT NULL,
	"state" text NOT NULL,
	"message" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"lease_until" timestamp (3) with time zone,
	"last_push_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opml_import_lines" (
	"import_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"url" text NOT NULL,
	"title" text,
	"site_url" text,
	"folder" text,
	"result" text DEFAULT 'pending' NOT NULL,
	"message" text,
	"feed_id" bigint,
	CONSTRAINT "opml_import_lines_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "opml_imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "opml_imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file_name" text NOT NULL,
	"title" text,
	"state" text DEFAULT 'running' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "fixed_interval_seconds" integer;--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "announced_interval_seconds" integer;--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "rhythm" jsonb;--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "poll_reason" text;--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "findings" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "moved_to" text;--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "moved_seen" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "full_text" text DEFAULT 'excerpt' NOT NULL;--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "excerpt_chars" integer DEFAULT 600 NOT NULL;--> statement-breakpoint
ALTER TABLE "feeds" ADD COLUMN "keep_days" integer;--> statement-breakpoint
ALTER TABLE "fetches" ADD COLUMN "trigger" text DEFAULT 'timer' NOT NULL;--> statement-breakpoint
ALTER TABLE "fetches" ADD COLUMN "wire_bytes" integer;--> statement-breakpoint
ALTER TABLE "fetches" ADD COLUMN "saved_bytes" integer;--> statement-breakpoint
ALTER TABLE "fetches" ADD COLUMN "retry_after_seconds" integer;--> statement-breakpoint
ALTER TABLE "fetches" ADD COLUMN "tier" text;--> statement-breakpoint
ALTER TABLE "fetches" ADD COLUMN "revised_articles" integer;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "keep_articles_days" integer;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "keep_fetches_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "article_pages" ADD CONSTRAINT "article_pages_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "headline_changes" ADD CONSTRAINT "headline_changes_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_days" ADD CONSTRAINT "feed_days_feed_id_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."feeds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_documents" ADD CONSTRAINT "feed_documents_feed_id_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."feeds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_feed_id_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."feeds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opml_import_lines" ADD CONSTRAINT "opml_import_lines_import_id_opml_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."opml_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opml_import_lines" ADD CONSTRAINT "opml_import_lines_feed_id_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."feeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "headline_changes_article" ON "headline_changes" USING btree ("article_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "headline_changes_latest" ON "headline_changes" USING btree ("at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_callback" ON "subscriptions" USING btree ("callback_token");--> statement-breakpoint
CREATE INDEX "subscriptions_due" ON "subscriptions" USING btree ("next_try_at");--> statement-breakpoint
CREATE INDEX "opml_import_lines_pending" ON "opml_import_lines" USING btree ("import_id","position") WHERE "opml_import_lines"."result" = 'pending';--> statement-breakpoint
CREATE INDEX "opml_imports_running" ON "opml_imports" USING btree ("id") WHERE "opml_imports"."state" = 'running';--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_fixed_interval" CHECK ("feeds"."fixed_interval_seconds" between 5 and 86400);--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_excerpt" CHECK ("feeds"."excerpt_chars" between 80 and 5000);--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_keep" CHECK ("feeds"."keep_days" between 1 and 36500);--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_keep_articles" CHECK ("installation"."keep_articles_days" between 1 and 36500);--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_keep_fetches" CHECK ("installation"."keep_fetches_days" between 1 and 3650);