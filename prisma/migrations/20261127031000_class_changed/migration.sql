-- Fences of a class are put up again when something has changed since. How many there are is no column about a learner, and is not called like one.

-- AlterTable
ALTER TABLE "class_fold" ADD COLUMN "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "class_fold" RENAME COLUMN "learners" TO "members";

-- AlterTable
ALTER TABLE "class_day" RENAME COLUMN "learners" TO "active";

-- A class that is gone is owed nothing.
CREATE OR REPLACE FUNCTION "owe_learner"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "class_standing" s WHERE s."learner_id" = OLD."id") THEN
    PERFORM pg_advisory_xact_lock(1718578276, 1);
    INSERT INTO "fold_debt" ("class_id", "lesson", "score")
      SELECT s."class_id", s."lesson", s."score" FROM "lesson_score" s JOIN "class" c ON c."id" = s."class_id" WHERE s."learner_id" = OLD."id";
    INSERT INTO "fold_debt" ("class_id", "score")
      SELECT s."class_id", json_build_object('days', s."days", 'done', s."done")
      FROM "class_standing" s JOIN "class" c ON c."id" = s."class_id" WHERE s."learner_id" = OLD."id";
    DELETE FROM "lesson_score" WHERE "learner_id" = OLD."id";
    DELETE FROM "class_standing" WHERE "learner_id" = OLD."id";
  END IF;
  RETURN OLD;
END
$$;
