-- Review: cards and their log, folded from attempts; what a learner has set. Mastery moves from progress_fold into the cards: one fold
-- for both. Folds hold nothing that attempts do not say, so nothing is carried over.

DROP TABLE "progress_fold";

CREATE TABLE "review_card" (
    "learner_id" UUID NOT NULL,
    "card" TEXT NOT NULL,
    "due" TIMESTAMPTZ,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "last_review" TIMESTAMPTZ,
    "recent" JSONB NOT NULL,
    "missed" JSONB NOT NULL,
    "seen" JSONB NOT NULL,
    "last_attempt" UUID,

    CONSTRAINT "review_card_pkey" PRIMARY KEY ("learner_id","card")
);

CREATE TABLE "review_log" (
    "learner_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "card" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "rating" TEXT NOT NULL,
    "reviewed_at" TIMESTAMPTZ NOT NULL,
    "elapsed_days" INTEGER NOT NULL,
    "scheduled_days" INTEGER NOT NULL,
    "due_before" TIMESTAMPTZ,
    "stability_before" DOUBLE PRECISION NOT NULL,
    "difficulty_before" DOUBLE PRECISION NOT NULL,
    "reps_before" INTEGER NOT NULL,
    "lapses_before" INTEGER NOT NULL,

    CONSTRAINT "review_log_pkey" PRIMARY KEY ("learner_id","attempt_id")
);

CREATE TABLE "learner_setting" (
    "learner_id" UUID NOT NULL,
    "review_minutes" SMALLINT,
    "time_zone" TEXT,

    CONSTRAINT "learner_setting_pkey" PRIMARY KEY ("learner_id")
);

-- What was reviewed today.
CREATE INDEX "review_log_learner_id_reviewed_at_idx" ON "review_log"("learner_id", "reviewed_at");

-- The answers since the last fold, and a history page by page: both walk from the newest.
CREATE INDEX "attempt_learner_id_received_at_id_idx" ON "attempt"("learner_id", "received_at", "id");
