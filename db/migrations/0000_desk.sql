CREATE TABLE "article_tokens" (
	"article_id" bigint NOT NULL,
	"token_id" text NOT NULL,
	"role" text NOT NULL,
	"score" real NOT NULL,
	"rule" text NOT NULL,
	"field" text NOT NULL,
	"matched_text" text NOT NULL,
	"span_start" integer NOT NULL,
	"span_end" integer NOT NULL,
	"confirmed_by" text,
	"linker_version" integer NOT NULL,
	"decided_by" text DEFAULT 'linker' NOT NULL,
	CONSTRAINT "article_tokens_article_id_token_id_pk" PRIMARY KEY("article_id","token_id")
);
--> statement-breakpoint
CREATE TABLE "article_topics" (
	"article_id" bigint NOT NULL,
	"topic_id" text NOT NULL,
	"field" text NOT NULL,
	"matched_text" text NOT NULL,
	CONSTRAINT "article_topics_article_id_topic_id_pk" PRIMARY KEY("article_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "articles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" text NOT NULL,
	"feed_id" bigint NOT NULL,
	"guid" text NOT NULL,
	"url" text NOT NULL,
	"canonical_url" text NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"dek" text,
	"body_html" text,
	"body_text" text NOT NULL,
	"author" text,
	"language" text NOT NULL,
	"image_url" text,
	"image_alt" text,
	"categories" text[] DEFAULT '{}'::text[] NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"claim_clamped" boolean DEFAULT false NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"stored_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sorted_at" timestamp (3) with time zone GENERATED ALWAYS AS (coalesce(claimed_at, first_seen_at)) STORED NOT NULL,
	"revised_at" timestamp (3) with time zone,
	"content_hash" text NOT NULL,
	"title_hash" text NOT NULL,
	"body_hash" text,
	"attribution" jsonb,
	"repost_of_id" bigint,
	"story_id" bigint NOT NULL,
	"story_relation" text NOT NULL,
	"story_evidence" text,
	"hidden_at" timestamp (3) with time zone,
	CONSTRAINT "articles_repost_of_another" CHECK ("articles"."repost_of_id" <> "articles"."id")
);
--> statement-breakpoint
CREATE TABLE "stories" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stories_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"lead_article_id" bigint,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_article_at" timestamp (3) with time zone NOT NULL,
	"article_count" integer DEFAULT 0 NOT NULL,
	"publisher_count" integer DEFAULT 0 NOT NULL,
	"repost_count" integer DEFAULT 0 NOT NULL,
	"redirect_to" bigint
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "feeds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" text NOT NULL,
	"url" text NOT NULL,
	"provenance" text NOT NULL,
	"proven" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"state_reason" text,
	"state_since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"interval_seconds" integer DEFAULT 300 NOT NULL,
	"next_poll_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"etag" text,
	"last_modified" text,
	"last_fetch_at" timestamp (3) with time zone,
	"last_success_at" timestamp (3) with time zone,
	"last_new_article_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "feeds_interval" CHECK ("feeds"."interval_seconds" between 15 and 86400)
);
--> statement-breakpoint
CREATE TABLE "fetches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fetches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"feed_id" bigint NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"outcome" text NOT NULL,
	"http_status" integer,
	"bytes" integer,
	"items" integer,
	"new_articles" integer,
	"message" text
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"site_url" text NOT NULL,
	"language" text NOT NULL,
	"country" text,
	"kind" text NOT NULL,
	"crypto_only" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"world" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "installation_single_row" CHECK ("installation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "candles" (
	"token_id" text NOT NULL,
	"minute" timestamp (3) with time zone NOT NULL,
	"open" numeric NOT NULL,
	"high" numeric NOT NULL,
	"low" numeric NOT NULL,
	"close" numeric NOT NULL,
	"ticks" integer NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "candles_token_id_minute_pk" PRIMARY KEY("token_id","minute")
);
--> statement-breakpoint
CREATE TABLE "markets" (
	"venue" text NOT NULL,
	"symbol" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"token_id" text NOT NULL,
	"quote_currency" text NOT NULL,
	"status" text DEFAULT 'trading' NOT NULL,
	"bound_by" text DEFAULT 'curated' NOT NULL,
	CONSTRAINT "markets_venue_symbol_valid_from_pk" PRIMARY KEY("venue","symbol","valid_from")
);
--> statement-breakpoint
CREATE TABLE "token_quotes" (
	"token_id" text PRIMARY KEY NOT NULL,
	"price_usd" numeric NOT NULL,
	"change24h" double precision,
	"open24h_usd" numeric,
	"high24h_usd" numeric,
	"low24h_usd" numeric,
	"volume24h_usd" numeric,
	"venues" text[] DEFAULT '{}'::text[] NOT NULL,
	"exchange_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone NOT NULL,
	"halted" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"last_data_at" timestamp (3) with time zone,
	"reconnects" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operator_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operator_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operator_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "operator_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operators_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "setup_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "token_aliases" (
	"token_id" text NOT NULL,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "token_aliases_token_id_text_pk" PRIMARY KEY("token_id","text")
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"symbol" text NOT NULL,
	"name" text NOT NULL,
	"icon" text,
	"rank" integer,
	"symbol_ambiguity" text NOT NULL,
	"name_ambiguity" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"words" text[] DEFAULT '{}'::text[] NOT NULL,
	"token_ids" text[] DEFAULT '{}'::text[] NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_tokens" ADD CONSTRAINT "article_tokens_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_tokens" ADD CONSTRAINT "article_tokens_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_topics" ADD CONSTRAINT "article_topics_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_topics" ADD CONSTRAINT "article_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_feed_id_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."feeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_repost_of_id_articles_id_fk" FOREIGN KEY ("repost_of_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_redirect_to_stories_id_fk" FOREIGN KEY ("redirect_to") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fetches" ADD CONSTRAINT "fetches_feed_id_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."feeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candles" ADD CONSTRAINT "candles_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "markets" ADD CONSTRAINT "markets_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_quotes" ADD CONSTRAINT "token_quotes_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_accounts" ADD CONSTRAINT "operator_accounts_user_id_operators_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_sessions" ADD CONSTRAINT "operator_sessions_user_id_operators_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_aliases" ADD CONSTRAINT "token_aliases_token_id_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_tokens_token" ON "article_tokens" USING btree ("token_id","article_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "article_tokens_one_primary" ON "article_tokens" USING btree ("article_id") WHERE "article_tokens"."role" = 'primary';--> statement-breakpoint
CREATE INDEX "article_topics_topic" ON "article_topics" USING btree ("topic_id","article_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "articles_source_guid" ON "articles" USING btree ("source_id","guid");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_source_url" ON "articles" USING btree ("source_id","canonical_url");--> statement-breakpoint
CREATE INDEX "articles_canonical_url" ON "articles" USING btree ("canonical_url");--> statement-breakpoint
CREATE INDEX "articles_title_hash" ON "articles" USING btree ("title_hash");--> statement-breakpoint
CREATE INDEX "articles_body_hash" ON "articles" USING btree ("body_hash");--> statement-breakpoint
CREATE INDEX "articles_latest" ON "articles" USING btree ("sorted_at" DESC NULLS FIRST) WHERE "articles"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "articles_by_source" ON "articles" USING btree ("source_id","sorted_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "articles_by_story" ON "articles" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "articles_first_seen" ON "articles" USING btree ("first_seen_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "stories_latest" ON "stories" USING btree ("last_article_at" DESC NULLS FIRST) WHERE "stories"."redirect_to" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "feeds_url" ON "feeds" USING btree ("url") WHERE "feeds"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "feeds_due" ON "feeds" USING btree ("next_poll_at") WHERE "feeds"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "fetches_feed" ON "fetches" USING btree ("feed_id","started_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "markets_token" ON "markets" USING btree ("token_id");--> statement-breakpoint
CREATE INDEX "operator_accounts_operator" ON "operator_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "operator_sessions_operator" ON "operator_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "tokens_symbol" ON "tokens" USING btree ("symbol");