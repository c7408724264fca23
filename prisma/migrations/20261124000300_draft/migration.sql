-- Half-written answers, so that another device finds them. The learner's browser keeps them too.
CREATE TABLE "draft" (
    "learner_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "at" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "draft_pkey" PRIMARY KEY ("learner_id", "item")
);
