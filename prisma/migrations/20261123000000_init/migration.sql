-- The first schema: see prisma/schema.prisma for what each table is.

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('learner', 'author', 'instructor', 'admin');

-- CreateTable
CREATE TABLE "learner" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "login" TEXT,
    "email" TEXT,
    "password_hash" TEXT,
    "role" "Role" NOT NULL DEFAULT 'learner',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "learner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "browser" TEXT NOT NULL DEFAULT '',
    "forget_on_leave" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "session_pkey" PRIMARY KEY ("learner_id","id")
);

-- CreateTable
CREATE TABLE "reset_link" (
    "token_digest" TEXT NOT NULL,
    "learner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "reset_link_pkey" PRIMARY KEY ("token_digest")
);

-- CreateTable
CREATE TABLE "external_account" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "learner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "external_account_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "question_version" (
    "item" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "key_revision" INTEGER NOT NULL,
    "public_form" JSONB NOT NULL,
    "secret_form" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("item","version","key_revision")
);

-- CreateTable
CREATE TABLE "attempt" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "key_revision" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "response" JSONB NOT NULL,
    "earned" DOUBLE PRECISION,
    "possible" DOUBLE PRECISION NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "seq" INTEGER NOT NULL DEFAULT 0,
    "answered_at" TIMESTAMPTZ,
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "xact" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("learner_id","id")
);

-- CreateTable
CREATE TABLE "grade" (
    "learner_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "key_revision" INTEGER NOT NULL,
    "earned" DOUBLE PRECISION,
    "possible" DOUBLE PRECISION NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "graded_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "grade_pkey" PRIMARY KEY ("learner_id","attempt_id","key_revision")
);

-- CreateTable
CREATE TABLE "deferred_replay" (
    "learner_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deferred_replay_pkey" PRIMARY KEY ("learner_id","attempt_id")
);

-- CreateTable
CREATE TABLE "item_state" (
    "learner_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "best" DOUBLE PRECISION NOT NULL,
    "last" DOUBLE PRECISION NOT NULL,
    "last_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "item_state_pkey" PRIMARY KEY ("learner_id","item")
);

-- CreateTable
CREATE TABLE "progress_fold" (
    "learner_id" UUID NOT NULL,
    "lesson" TEXT NOT NULL,
    "seen" INTEGER NOT NULL,
    "recent" JSONB NOT NULL DEFAULT '{}',
    "folded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "progress_fold_pkey" PRIMARY KEY ("learner_id","lesson")
);

-- CreateTable
CREATE TABLE "place" (
    "learner_id" UUID NOT NULL,
    "lesson" TEXT NOT NULL,
    "heading" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ,

    CONSTRAINT "place_pkey" PRIMARY KEY ("learner_id","lesson")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "learner_login_key" ON "learner"("login");

-- CreateIndex
CREATE UNIQUE INDEX "learner_email_key" ON "learner"("email");

-- CreateIndex
CREATE INDEX "external_account_learner_id_idx" ON "external_account"("learner_id");

-- CreateIndex
CREATE INDEX "attempt_learner_id_item_ordinal_idx" ON "attempt"("learner_id", "item", "ordinal");

-- CreateIndex
CREATE INDEX "deferred_replay_due_at_idx" ON "deferred_replay"("due_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reset_link" ADD CONSTRAINT "reset_link_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_account" ADD CONSTRAINT "external_account_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
