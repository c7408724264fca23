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

-- What lib/attempts/batched-writer sends: a batch of answers, stored in one transaction (lib/attempts/README.md).
-- The learners first, in a statement of its own: one learner's answers are stored one batch after another over all processes, the locks
-- are taken in one order, and the statement below sees everything that was committed while it waited.
CREATE FUNCTION "store_attempts"(learners text[], batch json)
RETURNS TABLE (
    "learner_id" UUID, "id" UUID, "outcome" TEXT, "item" TEXT, "version" TEXT, "key_revision" INTEGER, "ordinal" INTEGER,
    "response" JSONB, "earned" DOUBLE PRECISION, "possible" DOUBLE PRECISION, "detail" JSONB, "received_at" TIMESTAMPTZ
)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  PERFORM pg_advisory_xact_lock(1635021678, lock) FROM (SELECT DISTINCT hashtext(learner) AS lock FROM unnest(learners) AS learner ORDER BY 1) AS locks;

  RETURN QUERY
  WITH input AS MATERIALIZED (
    SELECT * FROM json_to_recordset(batch) AS r(
      learner_id UUID, session_id UUID, id UUID, item TEXT, version TEXT, key_revision INTEGER, response JSONB,
      earned DOUBLE PRECISION, possible DOUBLE PRECISION, detail JSONB, seq INTEGER, answered_at TIMESTAMPTZ)
  ), alive AS MATERIALIZED (
    -- A revoked session stores nothing.
    SELECT i.* FROM input i JOIN session s ON s.learner_id = i.learner_id AND s.id = i.session_id
    WHERE s.revoked_at IS NULL AND s.expires_at > now()
  ), known AS MATERIALIZED (
    SELECT a.* FROM alive i JOIN attempt a ON a.learner_id = i.learner_id AND a.id = i.id
  ), fresh AS MATERIALIZED (
    SELECT i.*, row_number() OVER (PARTITION BY i.learner_id, i.item, i.earned IS NULL ORDER BY i.seq, i.id) AS nth, i.earned / i.possible AS share
    FROM alive i WHERE NOT EXISTS (SELECT FROM known k WHERE k.learner_id = i.learner_id AND k.id = i.id)
  ), tally AS (
    SELECT f.learner_id, f.item, count(*)::int AS tries, max(f.share) AS best, (array_agg(f.share ORDER BY f.nth DESC))[1] AS last
    FROM fresh f WHERE f.earned IS NOT NULL GROUP BY f.learner_id, f.item
  ), counted AS (
    INSERT INTO item_state AS s (learner_id, item, tries, best, last, last_at)
    SELECT t.learner_id, t.item, t.tries, t.best, t.last, clock_timestamp() FROM tally t ORDER BY t.learner_id, t.item
    ON CONFLICT (learner_id, item) DO UPDATE
      SET tries = s.tries + excluded.tries, best = greatest(s.best, excluded.best), last = excluded.last, last_at = excluded.last_at
    RETURNING s.learner_id, s.item, s.tries
  ), stored AS (
    INSERT INTO attempt AS a (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, detail, seq, answered_at)
    -- A deferred answer has no place among the tries until it is graded.
    SELECT f.learner_id, f.id, f.item, f.version, f.key_revision,
      CASE WHEN f.earned IS NULL THEN 0 ELSE (c.tries - t.tries + f.nth)::int END,
      f.response, f.earned, f.possible, f.detail, f.seq, f.answered_at
    FROM fresh f
      LEFT JOIN counted c ON c.learner_id = f.learner_id AND c.item = f.item
      LEFT JOIN tally t ON t.learner_id = f.learner_id AND t.item = f.item
    RETURNING a.learner_id, a.id, a.item, a.version, a.key_revision, a.ordinal, a.earned, a.possible, a.received_at
  ), deferred AS (
    INSERT INTO deferred_replay (learner_id, attempt_id) SELECT f.learner_id, f.id FROM fresh f WHERE f.earned IS NULL
  )
  SELECT s.learner_id, s.id, 'stored', s.item, s.version, s.key_revision, s.ordinal, NULL::jsonb, s.earned, s.possible, NULL::jsonb, s.received_at
  FROM stored s
  UNION ALL
  SELECT k.learner_id, k.id, 'repeat', k.item, k.version, k.key_revision, k.ordinal, k.response, coalesce(k.earned, g.earned), k.possible,
    CASE WHEN k.earned IS NULL THEN coalesce(g.detail, k.detail) ELSE k.detail END, k.received_at
  FROM known k LEFT JOIN grade g ON g.learner_id = k.learner_id AND g.attempt_id = k.id AND g.key_revision = k.key_revision
  UNION ALL
  SELECT i.learner_id, i.id, 'no-session', i.item, i.version, i.key_revision, 0, NULL, NULL, i.possible, NULL, now()
  FROM input i WHERE NOT EXISTS (SELECT FROM alive l WHERE l.learner_id = i.learner_id AND l.id = i.id);
END
$$;
