-- Grades by a later key beside the ones before them, who gave a grade, and what was done to many at once.

ALTER TABLE "grade"
    ADD COLUMN "graded_by" UUID,
    ADD COLUMN "audit_id" UUID;

CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");
