-- Classes as instructors run them: how one joins, what the class follows, how its learners are called; who did what; settings; work to be done later.

-- AlterTable
ALTER TABLE "class" ADD COLUMN "made_by" UUID,
ADD COLUMN "time_zone" TEXT NOT NULL DEFAULT 'UTC',
ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN "paths" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "is_pseudonymous" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "join_code" TEXT,
ADD COLUMN "join_expires_at" TIMESTAMPTZ,
ADD COLUMN "join_cap" INTEGER,
ADD COLUMN "join_approves" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN "pseudonym" TEXT,
ADD COLUMN "external_id" TEXT;

-- AlterTable
ALTER TABLE "learner" ADD COLUMN "suspended_at" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN "actor_id" UUID,
ADD COLUMN "class_id" UUID;

-- AlterTable
ALTER TABLE "grade" ADD COLUMN "xact" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- CreateTable
CREATE TABLE "join_request" (
    "learner_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "join_request_pkey" PRIMARY KEY ("learner_id","class_id")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by" UUID,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT,
    "payload" JSONB NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "held_until" TIMESTAMPTZ,
    "last_error" TEXT,
    "dead_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "class_join_code_key" ON "class"("join_code");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_class_id_external_id_key" ON "enrolment"("class_id", "external_id");

-- CreateIndex
CREATE INDEX "join_request_class_id_idx" ON "join_request"("class_id");

-- CreateIndex
CREATE INDEX "audit_event_class_id_at_idx" ON "audit_event"("class_id", "at");

-- CreateIndex
CREATE INDEX "job_dead_at_due_at_idx" ON "job"("dead_at", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "job_kind_key_key" ON "job"("kind", "key");

-- AddForeignKey
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
