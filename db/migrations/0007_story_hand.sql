CREATE TABLE "refused_tags" (
	"article_id" bigint NOT NULL,
	"token_id" text NOT NULL,
	"field" text NOT NULL,
	"matched_text" text NOT NULL,
	"reason" text NOT NULL,
	"linker_version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refused_tags_article_id_token_id_pk" PRIMARY KEY("article_id","token_id")
);
--> statement-breakpoint
CREATE TABLE "article_bonds" (
	"article_id" bigint NOT NULL,
	"other_id" bigint NOT NULL,
	"bond" text NOT NULL,
	"decision_id" bigint NOT NULL,
	CONSTRAINT "article_bonds_article_id_other_id_pk" PRIMARY KEY("article_id","other_id"),
	CONSTRAINT "article_bonds_ordered" CHECK ("article_bonds"."article_id" < "article_bonds"."other_id")
);
--> statement-breakpoint
CREATE TABLE "desk_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "desk_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"operator_id" text,
	"kind" text NOT NULL,
	"subject" jsonb NOT NULL,
	"summary" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text
);
--> statement-breakpoint
CREATE TABLE "removed_tags" (
	"article_id" bigint NOT NULL,
	"token_id" text NOT NULL,
	"decision_id" bigint NOT NULL,
	CONSTRAINT "removed_tags_article_id_token_id_pk" PRIMARY KEY("article_id","token_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"article_id" bigint NOT NULL,
	"token_id" text NOT NULL,
	"note" text,
	"sender" text NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"outcome" text
);
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "story_score" real;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "story_features" jsonb;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "model_version" integer;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "tags_locked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "pinned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "locked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "injects_tokens" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "all_caps" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "token_aliases" ADD COLUMN "decided_by" text DEFAULT 'catalogue' NOT NULL;--> statement-breakpoint
ALTER TABLE "token_aliases" ADD COLUMN "disabled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "source_ids" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "languages" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "refused_tags" ADD CONSTRAINT "refused_tags_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_tags" ADD CONSTRAINT "refused_tags_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_bonds" ADD CONSTRAINT "article_bonds_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_bonds" ADD CONSTRAINT "article_bonds_other_id_articles_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_bonds" ADD CONSTRAINT "article_bonds_decision_id_desk_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."desk_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_decisions" ADD CONSTRAINT "desk_decisions_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_decisions" ADD CONSTRAINT "desk_decisions_undone_by_operators_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."operators"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removed_tags" ADD CONSTRAINT "removed_tags_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removed_tags" ADD CONSTRAINT "removed_tags_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removed_tags" ADD CONSTRAINT "removed_tags_decision_id_desk_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."desk_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refused_tags_at" ON "refused_tags" USING btree ("at");--> statement-breakpoint
CREATE INDEX "article_bonds_other" ON "article_bonds" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "desk_decisions_latest" ON "desk_decisions" USING btree ("at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "reports" USING btree ("article_id","token_id","sender");--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("at") WHERE "reports"."settled_at" is null;