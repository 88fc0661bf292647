ALTER TABLE "feeds" DROP CONSTRAINT "feeds_interval";--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_interval" CHECK ("feeds"."interval_seconds" between 5 and 86400);