-- The learner's desk: private notes, what they report, their certificates; and the key that certificates are signed with.

CREATE TABLE "note" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "lesson" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "anchor" JSONB,
    "revision" INTEGER NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "conflict_of" UUID,
    "edited_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "note_pkey" PRIMARY KEY ("learner_id","id")
);

CREATE INDEX "note_learner_id_lesson_idx" ON "note"("learner_id", "lesson");

CREATE TABLE "report" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" JSONB,
    "locale" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "report_pkey" PRIMARY KEY ("learner_id","id")
);

CREATE INDEX "report_reported_at_idx" ON "report"("reported_at");

CREATE TABLE "certificate" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "objectives" JSONB NOT NULL,
    "content_version" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("learner_id","id")
);

CREATE UNIQUE INDEX "certificate_id_key" ON "certificate"("id");

CREATE UNIQUE INDEX "certificate_valid" ON "certificate"("learner_id", "path") WHERE (revoked_at IS NULL);

-- What stays of a certificate whose holder has left: that it was one, and nothing of whose.
CREATE TABLE "withdrawn_certificate" (
    "id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "withdrawn_certificate_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "signing_key" (
    "id" TEXT NOT NULL,
    "private_key" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("id")
);
