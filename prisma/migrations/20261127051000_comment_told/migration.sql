-- Columns named after a learner say whose a row is; this one says who reads it.
ALTER TABLE "comment" RENAME COLUMN "for_learner" TO "is_told";
