-- AlterTable
ALTER TABLE "EditionSpan" ADD COLUMN     "cityName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "endsOn" TEXT,
ADD COLUMN     "facets" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "searchNames" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "searchTitle" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "startsOn" TEXT;

-- CreateTable
CREATE TABLE "SpanPartner" (
    "editionId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "cityId" UUID NOT NULL,
    "fromDay" DATE NOT NULL,
    "untilDay" DATE,

    CONSTRAINT "SpanPartner_pkey" PRIMARY KEY ("editionId","slug")
);

-- CreateIndex
CREATE INDEX "SpanPartner_slug_fromDay_idx" ON "SpanPartner"("slug", "fromDay");

-- AddForeignKey
ALTER TABLE "SpanPartner" ADD CONSTRAINT "SpanPartner_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "EditionSpan"("editionId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows is written by hand: rules that Prisma's schema language cannot say.

-- Words without capitals and marks. The dictionary is named, so that the answer never depends on a setting: that makes
-- it immutable, as generated columns and indexes need it.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, words));

-- Words as a text search vector of one weight. They were told apart before they came here (lib/domain/search-words.ts):
-- PostgreSQL's own parser depends on the server's locale, and knows no words of Thai or Khmer.
CREATE FUNCTION search_vector(words text, weight text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (
    SELECT coalesce(string_agg('''' || translate(word, '''\', '') || ''':' || least(place, 16383) || weight, ' '), '')::tsvector
    FROM unnest(string_to_array(search_fold(words), ' ')) WITH ORDINALITY AS found (word, place)
    WHERE translate(word, '''\', '') <> '');

DROP INDEX "EditionSpan_searchText_idx";
ALTER TABLE "EditionSpan"
  ADD COLUMN "searchWords" tsvector NOT NULL GENERATED ALWAYS AS (
    search_vector("searchTitle", 'A') || search_vector("searchNames", 'B') || search_vector("searchText", 'D')) STORED,
  ADD COLUMN "searchClose" text NOT NULL GENERATED ALWAYS AS (
    search_fold("searchTitle" || ' ' || "searchNames")) STORED;
CREATE INDEX "EditionSpan_searchWords_idx" ON "EditionSpan" USING gin ("searchWords");
CREATE INDEX "EditionSpan_searchClose_idx" ON "EditionSpan" USING gin ("searchClose" gin_trgm_ops);
CREATE INDEX "EditionSpan_facets_idx" ON "EditionSpan" USING gin (facets);

-- The orders of the list of projects that hold now (lib/queries/public-project-order.ts says the same expressions).
CREATE INDEX "EditionSpan_listed_title_idx" ON "EditionSpan" (title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionSpan_listed_city_idx" ON "EditionSpan" ("cityName", title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionSpan_listed_stage_idx" ON "EditionSpan" ((array_position(ARRAY['planning','ongoing','completed','not_stated'], stage)), title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionSpan_listed_starts_idx" ON "EditionSpan" ((coalesce("startsOn", '9999')), title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionSpan_listed_starts_back_idx" ON "EditionSpan" ((coalesce("startsOn", '')), title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionSpan_listed_ends_idx" ON "EditionSpan" ((coalesce("endsOn", '9999')), title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionSpan_listed_ends_back_idx" ON "EditionSpan" ((coalesce("endsOn", '')), title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "EditionSpan_listed_confirmed_idx" ON "EditionSpan" ("fromDay", title, "recordId")
  WHERE kind = 'project' AND "isListed" AND "untilDay" IS NULL;
CREATE INDEX "SpanPartner_current_idx" ON "SpanPartner" (slug, "cityId") WHERE "untilDay" IS NULL;
