-- What a record store was told of a learner that follows from many answers, so that it is told once.

-- CreateTable
CREATE TABLE "told_statement" (
    "learner_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "told_statement_pkey" PRIMARY KEY ("learner_id","what")
);
