-- What the gradebook and the analysis of items read: kept by a job that follows what is stored, never by the statement that stores an answer.

-- CreateTable
CREATE TABLE "lesson_score" (
    "learner_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "lesson" TEXT NOT NULL,
    "done" SMALLINT NOT NULL,
    "share" INTEGER,
    "tries" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "stuck" SMALLINT NOT NULL,
    "withheld" BOOLEAN NOT NULL,
    "last_at" TIMESTAMPTZ NOT NULL,
    "score" JSON NOT NULL,

    CONSTRAINT "lesson_score_pkey" PRIMARY KEY ("learner_id","class_id","lesson")
);

-- CreateTable
CREATE TABLE "class_standing" (
    "learner_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "group_name" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "stuck" INTEGER NOT NULL DEFAULT 0,
    "seen" BIGINT NOT NULL DEFAULT 0,
    "risk" BIGINT NOT NULL DEFAULT 0,
    "days" JSON NOT NULL DEFAULT '{}',

    CONSTRAINT "class_standing_pkey" PRIMARY KEY ("learner_id","class_id")
);

-- CreateTable
CREATE TABLE "lesson_rollup" (
    "class_id" UUID NOT NULL,
    "lesson" TEXT NOT NULL,
    "counts" JSON NOT NULL,

    CONSTRAINT "lesson_rollup_pkey" PRIMARY KEY ("class_id","lesson")
);

-- CreateTable
CREATE TABLE "class_day" (
    "class_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "learners" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,

    CONSTRAINT "class_day_pkey" PRIMARY KEY ("class_id","day")
);

-- CreateTable
CREATE TABLE "class_fence" (
    "class_id" UUID NOT NULL,
    "sort" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "number" BIGINT NOT NULL,
    "learner_id" UUID NOT NULL,

    CONSTRAINT "class_fence_pkey" PRIMARY KEY ("class_id","sort","place")
);

-- CreateTable
CREATE TABLE "class_fold" (
    "class_id" UUID NOT NULL,
    "learners" INTEGER NOT NULL DEFAULT 0,
    "done" BIGINT NOT NULL DEFAULT 0,
    "fenced_at" TIMESTAMPTZ,

    CONSTRAINT "class_fold_pkey" PRIMARY KEY ("class_id")
);

-- CreateTable
CREATE TABLE "class_watch" (
    "class_id" UUID NOT NULL,
    "inactive_days" SMALLINT NOT NULL,

    CONSTRAINT "class_watch_pkey" PRIMARY KEY ("class_id")
);

-- CreateTable
CREATE TABLE "fold_touch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "learner_id" UUID NOT NULL,
    "class_id" UUID,
    "lesson" TEXT,

    CONSTRAINT "fold_touch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fold_debt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "class_id" UUID NOT NULL,
    "lesson" TEXT,
    "score" JSON NOT NULL,

    CONSTRAINT "fold_debt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fold_state" (
    "name" TEXT NOT NULL,
    "watermark" xid8 NOT NULL DEFAULT '0'::xid8,
    "version" INTEGER NOT NULL,
    "content" JSON NOT NULL DEFAULT '{}',
    "folded_at" TIMESTAMPTZ,

    CONSTRAINT "fold_state_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "attempt_xact_idx" ON "attempt"("xact");

-- CreateIndex
CREATE INDEX "grade_xact_idx" ON "grade"("xact");

-- CreateIndex
CREATE INDEX "class_standing_class_id_name_key_learner_id_idx" ON "class_standing"("class_id", "name_key", "learner_id");

-- CreateIndex
CREATE INDEX "class_standing_class_id_done_learner_id_idx" ON "class_standing"("class_id", "done", "learner_id");

-- CreateIndex
CREATE INDEX "class_standing_class_id_seen_learner_id_idx" ON "class_standing"("class_id", "seen", "learner_id");

-- CreateIndex
CREATE INDEX "class_standing_class_id_risk_learner_id_idx" ON "class_standing"("class_id", "risk", "learner_id");

-- CreateIndex
CREATE INDEX "class_fence_learner_id_idx" ON "class_fence"("learner_id");

-- CreateIndex
CREATE INDEX "fold_touch_learner_id_idx" ON "fold_touch"("learner_id");

-- AddForeignKey
ALTER TABLE "lesson_score" ADD CONSTRAINT "lesson_score_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_standing" ADD CONSTRAINT "class_standing_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_rollup" ADD CONSTRAINT "lesson_rollup_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_day" ADD CONSTRAINT "class_day_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_fence" ADD CONSTRAINT "class_fence_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_fold" ADD CONSTRAINT "class_fold_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_watch" ADD CONSTRAINT "class_watch_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fold_debt" ADD CONSTRAINT "fold_debt_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Scores are written often: room on their pages keeps the rows where they are.
ALTER TABLE "lesson_score" SET (fillfactor = 90);

-- Who comes, goes, or is called otherwise is looked at by the next fold. Restoring a backup writes here too; looking once too often does no harm.
CREATE FUNCTION "touch_member"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  member "enrolment" := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  INSERT INTO "fold_touch" ("learner_id", "class_id") VALUES (member."learner_id", member."class_id");
  RETURN NULL;
END
$$;

CREATE TRIGGER "enrolment_touched" AFTER INSERT OR DELETE OR UPDATE OF "role", "left_at", "group_name", "pseudonym", "listed_as"
  ON "enrolment" FOR EACH ROW EXECUTE FUNCTION "touch_member"();

-- A visit changes only how somebody stands (lesson '').
CREATE FUNCTION "touch_learner"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "fold_touch" ("learner_id", "class_id", "lesson") SELECT s."learner_id", s."class_id", '' FROM "class_standing" s WHERE s."learner_id" = NEW."id";
  RETURN NULL;
END
$$;

CREATE TRIGGER "learner_seen" AFTER UPDATE OF "last_seen_at" ON "learner" FOR EACH ROW
  WHEN (NEW."last_seen_at" > OLD."last_seen_at" + interval '1 minute') EXECUTE FUNCTION "touch_learner"();

-- Another zone has other days, other paths have other checks.
CREATE FUNCTION "touch_class"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "fold_touch" ("learner_id", "class_id") SELECT s."learner_id", s."class_id" FROM "class_standing" s WHERE s."class_id" = NEW."id";
  RETURN NULL;
END
$$;

CREATE TRIGGER "class_followed" AFTER UPDATE OF "time_zone", "paths" ON "class" FOR EACH ROW
  WHEN (OLD."time_zone" <> NEW."time_zone" OR OLD."paths" <> NEW."paths") EXECUTE FUNCTION "touch_class"();

-- Whoever is erased is first taken out of the sums: what they had added is owed, without a name, until the next fold has given it back. The lock
-- is the fold's own: it is not half-way through the same learner.
CREATE FUNCTION "owe_learner"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "class_standing" s WHERE s."learner_id" = OLD."id") THEN
    PERFORM pg_advisory_xact_lock(1718578276, 1);
    INSERT INTO "fold_debt" ("class_id", "lesson", "score") SELECT s."class_id", s."lesson", s."score" FROM "lesson_score" s WHERE s."learner_id" = OLD."id";
    INSERT INTO "fold_debt" ("class_id", "score")
      SELECT s."class_id", json_build_object('days', s."days", 'done', s."done") FROM "class_standing" s WHERE s."learner_id" = OLD."id";
    DELETE FROM "lesson_score" WHERE "learner_id" = OLD."id";
    DELETE FROM "class_standing" WHERE "learner_id" = OLD."id";
  END IF;
  RETURN OLD;
END
$$;

CREATE TRIGGER "learner_owed" BEFORE DELETE ON "learner" FOR EACH ROW EXECUTE FUNCTION "owe_learner"();
