-- Draws, help, sittings and classes; attempts that say which of them they belong to; and the function that stores attempts by their rules.

-- CreateEnum
CREATE TYPE "ClassRole" AS ENUM ('learner', 'assistant', 'instructor');

-- AlterTable
ALTER TABLE "attempt"
    ADD COLUMN "draw_id" UUID,
    ADD COLUMN "sitting_id" UUID,
    ADD COLUMN "assignment_id" UUID,
    ADD COLUMN "help" SMALLINT NOT NULL DEFAULT 0,
    ADD COLUMN "credit" DOUBLE PRECISION,
    ADD COLUMN "turn" SMALLINT,
    ADD COLUMN "withheld" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "grade" ADD COLUMN "credit" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "draw" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "key_revision" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "sitting_id" UUID,
    "opened_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "attempt_id" UUID,

    CONSTRAINT "draw_pkey" PRIMARY KEY ("learner_id","id")
);

-- CreateTable
CREATE TABLE "help" (
    "learner_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "number" SMALLINT NOT NULL,
    "draw_id" UUID,
    "first_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "told_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "help_pkey" PRIMARY KEY ("learner_id","item","version","number")
);

-- CreateTable
CREATE TABLE "sitting" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "lesson" TEXT,
    "assignment_id" UUID,
    "policy" JSONB NOT NULL,
    "tries" INTEGER,
    "credit" DOUBLE PRECISION[],
    "withheld" BOOLEAN NOT NULL DEFAULT false,
    "items" JSONB NOT NULL,
    "seed" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "due_at" TIMESTAMPTZ,
    "late_credit" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "closes_at" TIMESTAMPTZ,
    "accepts_until" TIMESTAMPTZ,
    "handed_in_at" TIMESTAMPTZ,

    CONSTRAINT "sitting_pkey" PRIMARY KEY ("learner_id","id")
);

-- CreateTable
CREATE TABLE "class" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ,

    CONSTRAINT "class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "learner_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "role" "ClassRole" NOT NULL DEFAULT 'learner',
    "group_name" TEXT,
    "enrolled_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("learner_id","class_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "title" JSONB NOT NULL,
    "policy" JSONB NOT NULL,
    "selection" JSONB NOT NULL,
    "frozen" JSONB NOT NULL,
    "opens_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_extension" (
    "assignment_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "learner_id" UUID,
    "group_name" TEXT,
    "due_at" TIMESTAMPTZ,
    "time_factor" DOUBLE PRECISION NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_extension_pkey" PRIMARY KEY ("assignment_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "draw_open_in_practice" ON "draw"("learner_id", "item", "version") WHERE (attempt_id IS NULL AND sitting_id IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "draw_open_in_sitting" ON "draw"("learner_id", "item", "version", "sitting_id") WHERE (attempt_id IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "sitting_learner_id_assignment_id_key" ON "sitting"("learner_id", "assignment_id");

-- CreateIndex
CREATE INDEX "enrolment_class_id_idx" ON "enrolment"("class_id");

-- CreateIndex
CREATE INDEX "assignment_class_id_idx" ON "assignment"("class_id");

-- CreateIndex
CREATE INDEX "assignment_extension_learner_id_idx" ON "assignment_extension"("learner_id");

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_extension" ADD CONSTRAINT "assignment_extension_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a try may earn of its share: its place in the policy's list (the last entry counts for all that follow), less for being late.
CREATE FUNCTION "credit_factor"(turn INTEGER, credit DOUBLE PRECISION[], due_at TIMESTAMPTZ, late_credit DOUBLE PRECISION, received TIMESTAMPTZ)
RETURNS DOUBLE PRECISION LANGUAGE sql IMMUTABLE AS $$
  SELECT credit[least(turn, cardinality(credit))] * CASE WHEN received > due_at THEN late_credit ELSE 1 END
$$;

-- What the rules of sittings and draws say of a batch, written into its records: why one may not come in (`refusal`), or what it is
-- worth. Called under the learners' locks, and only for batches that name a sitting or a draw: practice does not pay for it.
CREATE FUNCTION "judge_attempts"(batch json) RETURNS json
LANGUAGE sql AS $$
  WITH asked AS MATERIALIZED (
    SELECT r.*, e.value AS record
    FROM json_array_elements(batch) AS e, json_to_record(e.value) AS r(
      learner_id UUID, id UUID, item TEXT, version TEXT, seq INTEGER, draw_id UUID, sitting_id UUID)
  ), fresh AS MATERIALIZED (
    SELECT a.* FROM asked a WHERE NOT EXISTS (SELECT FROM attempt t WHERE t.learner_id = a.learner_id AND t.id = a.id)
  ), sat AS MATERIALIZED (
    -- Open by this clock? And the how-manieth try at the item is it? One that was never graded is none.
    SELECT a.learner_id, a.id, s.assignment_id, s.tries, s.credit, s.withheld, s.due_at, s.late_credit,
      s.handed_in_at IS NOT NULL OR clock_timestamp() > coalesce(s.accepts_until, 'infinity') AS is_closed,
      row_number() OVER (PARTITION BY a.learner_id, a.sitting_id, a.item ORDER BY a.seq, a.id) + (
        SELECT count(*) FROM attempt t WHERE t.learner_id = a.learner_id AND t.item = a.item AND t.sitting_id = a.sitting_id
          AND NOT EXISTS (SELECT FROM grade g WHERE g.learner_id = t.learner_id AND g.attempt_id = t.id AND t.earned IS NULL AND g.earned IS NULL)
      ) AS turn
    FROM fresh a JOIN sitting s ON s.learner_id = a.learner_id AND s.id = a.sitting_id
    WHERE s.items @> jsonb_build_array(jsonb_build_object('item', a.item, 'version', a.version))
  ), drawn AS MATERIALIZED (
    -- A draw is answered once; in a sitting it serves every try.
    SELECT a.learner_id, a.id, d.sitting_id IS NULL
      AND (d.attempt_id IS NOT NULL OR row_number() OVER (PARTITION BY a.learner_id, a.draw_id ORDER BY a.seq, a.id) > 1) AS is_used
    FROM fresh a JOIN draw d ON d.learner_id = a.learner_id AND d.id = a.draw_id
    WHERE d.item = a.item AND d.version = a.version AND d.sitting_id IS NOT DISTINCT FROM a.sitting_id
  )
  SELECT json_agg(a.record::jsonb || jsonb_build_object(
    'assignment_id', s.assignment_id, 'turn', s.turn, 'withheld', coalesce(s.withheld, false),
    'factor', credit_factor(s.turn::int, s.credit, s.due_at, s.late_credit, clock_timestamp()),
    'refusal', CASE
      WHEN f.id IS NULL THEN NULL
      WHEN a.sitting_id IS NOT NULL AND s.id IS NULL THEN 'unknown-sitting'
      WHEN s.is_closed THEN 'sitting-closed'
      WHEN s.turn > s.tries THEN 'no-tries'
      WHEN a.draw_id IS NOT NULL AND d.id IS NULL THEN 'unknown-draw'
      WHEN d.is_used THEN 'draw-used'
    END))
  FROM asked a
    LEFT JOIN fresh f ON f.learner_id = a.learner_id AND f.id = a.id
    LEFT JOIN sat s ON s.learner_id = a.learner_id AND s.id = a.id
    LEFT JOIN drawn d ON d.learner_id = a.learner_id AND d.id = a.id
$$;

-- The first function, and what belongs to a sitting or a draw. An older process of the product calls it with fewer names in its
-- records and reads the columns it knows.
DROP FUNCTION "store_attempts"(text[], json);
CREATE FUNCTION "store_attempts"(learners text[], batch json)
RETURNS TABLE (
    "learner_id" UUID, "id" UUID, "outcome" TEXT, "item" TEXT, "version" TEXT, "key_revision" INTEGER, "ordinal" INTEGER,
    "response" JSONB, "earned" DOUBLE PRECISION, "possible" DOUBLE PRECISION, "detail" JSONB, "received_at" TIMESTAMPTZ,
    "draw_id" UUID, "sitting_id" UUID, "assignment_id" UUID, "help" SMALLINT, "credit" DOUBLE PRECISION, "turn" SMALLINT
)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  is_bound CONSTANT BOOLEAN := batch::text LIKE '%"sitting_id"%' OR batch::text LIKE '%"draw_id"%';
BEGIN
  PERFORM pg_advisory_xact_lock(1635021678, lock) FROM (SELECT DISTINCT hashtext(learner) AS lock FROM unnest(learners) AS learner ORDER BY 1) AS locks;
  IF is_bound THEN batch := judge_attempts(batch); END IF;

  RETURN QUERY
  WITH input AS MATERIALIZED (
    SELECT * FROM json_to_recordset(batch) AS r(
      learner_id UUID, session_id UUID, id UUID, item TEXT, version TEXT, key_revision INTEGER, response JSONB,
      earned DOUBLE PRECISION, possible DOUBLE PRECISION, detail JSONB, seq INTEGER, answered_at TIMESTAMPTZ,
      draw_id UUID, sitting_id UUID, assignment_id UUID, turn SMALLINT, withheld BOOLEAN, factor DOUBLE PRECISION, refusal TEXT)
  ), alive AS MATERIALIZED (
    -- A revoked session stores nothing.
    SELECT i.* FROM input i JOIN session s ON s.learner_id = i.learner_id AND s.id = i.session_id
    WHERE s.revoked_at IS NULL AND s.expires_at > now()
  ), known AS MATERIALIZED (
    SELECT a.* FROM alive i JOIN attempt a ON a.learner_id = i.learner_id AND a.id = i.id
  ), fresh AS MATERIALIZED (
    SELECT i.*, p.last AS last_before, p.last_at AS last_at_before, i.earned / i.possible AS share,
      row_number() OVER (PARTITION BY i.learner_id, i.item, i.earned IS NULL ORDER BY i.seq, i.id) AS nth
    FROM alive i LEFT JOIN item_state p ON p.learner_id = i.learner_id AND p.item = i.item
    WHERE i.refusal IS NULL AND NOT EXISTS (SELECT FROM known k WHERE k.learner_id = i.learner_id AND k.id = i.id)
  ), tally AS (
    -- A score that may not be seen yet moves neither best nor last.
    SELECT f.learner_id, f.item, count(*)::int AS tries, coalesce(max(f.share) FILTER (WHERE f.withheld IS NOT TRUE), 0) AS best,
      coalesce((array_agg(f.share ORDER BY f.nth DESC) FILTER (WHERE f.withheld IS NOT TRUE))[1], max(f.last_before), 0) AS last
    FROM fresh f WHERE f.earned IS NOT NULL GROUP BY f.learner_id, f.item
  ), counted AS (
    INSERT INTO item_state AS s (learner_id, item, tries, best, last, last_at)
    SELECT t.learner_id, t.item, t.tries, t.best, t.last, clock_timestamp() FROM tally t ORDER BY t.learner_id, t.item
    ON CONFLICT (learner_id, item) DO UPDATE
      SET tries = s.tries + excluded.tries, best = greatest(s.best, excluded.best), last = excluded.last, last_at = excluded.last_at
    RETURNING s.learner_id, s.item, s.tries
  ), stored AS (
    INSERT INTO attempt AS a (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, detail, seq, answered_at,
      draw_id, sitting_id, assignment_id, help, credit, turn, withheld)
    -- A deferred answer has no place among the tries until it is graded.
    SELECT f.learner_id, f.id, f.item, f.version, f.key_revision,
      CASE WHEN f.earned IS NULL THEN 0 ELSE (c.tries - t.tries + f.nth)::int END,
      f.response, f.earned, f.possible, f.detail, f.seq, f.answered_at,
      f.draw_id, f.sitting_id, f.assignment_id,
      -- Help since the attempt before this one; a later answer of the same batch had that one before it.
      CASE WHEN f.nth > 1 THEN 0 ELSE coalesce((
        SELECT max(CASE WHEN h.number = 0 THEN 2 ELSE 1 END) FROM help h
        WHERE h.learner_id = f.learner_id AND h.item = f.item AND h.told_at > coalesce(f.last_at_before, '-infinity')), 0) END,
      f.share * f.factor, f.turn, coalesce(f.withheld, false)
    FROM fresh f
      LEFT JOIN counted c ON c.learner_id = f.learner_id AND c.item = f.item
      LEFT JOIN tally t ON t.learner_id = f.learner_id AND t.item = f.item
    -- In the order of the outbox: answers that waited together are received one after another, and read back in that order.
    ORDER BY f.learner_id, f.seq, f.id
    RETURNING a.learner_id, a.id, a.item, a.version, a.key_revision, a.ordinal, a.earned, a.possible, a.received_at,
      a.draw_id, a.sitting_id, a.assignment_id, a.help, a.credit, a.turn
  ), deferred AS (
    -- A text for a person to judge waits for no machine.
    INSERT INTO deferred_replay (learner_id, attempt_id)
    SELECT f.learner_id, f.id FROM fresh f WHERE f.earned IS NULL AND NOT (f.detail ? 'received')
  )
  SELECT s.learner_id, s.id, 'stored', s.item, s.version, s.key_revision, s.ordinal, NULL::jsonb, s.earned, s.possible, NULL::jsonb, s.received_at,
    s.draw_id, s.sitting_id, s.assignment_id, s.help, s.credit, s.turn
  FROM stored s
  UNION ALL
  SELECT k.learner_id, k.id, 'repeat', k.item, k.version, k.key_revision, k.ordinal, k.response, coalesce(k.earned, g.earned), k.possible,
    CASE WHEN k.earned IS NULL THEN coalesce(g.detail, k.detail) ELSE k.detail END, k.received_at,
    k.draw_id, k.sitting_id, k.assignment_id, k.help, coalesce(k.credit, g.credit), k.turn
  FROM known k LEFT JOIN grade g ON g.learner_id = k.learner_id AND g.attempt_id = k.id AND g.key_revision = k.key_revision
  UNION ALL
  SELECT i.learner_id, i.id, coalesce(l.refusal, 'no-session'), i.item, i.version, i.key_revision, 0, NULL, NULL, i.possible, NULL, clock_timestamp(),
    NULL, NULL, NULL, NULL, NULL, NULL
  FROM input i LEFT JOIN alive l ON l.learner_id = i.learner_id AND l.id = i.id
  WHERE l.id IS NULL OR (l.refusal IS NOT NULL AND NOT EXISTS (SELECT FROM known k WHERE k.learner_id = i.learner_id AND k.id = i.id));

  IF is_bound THEN
    UPDATE draw d SET attempt_id = a.id
    FROM json_to_recordset(batch) AS r(learner_id UUID, id UUID) JOIN attempt a ON a.learner_id = r.learner_id AND a.id = r.id
    WHERE d.learner_id = a.learner_id AND d.id = a.draw_id AND d.attempt_id IS NULL;
  END IF;
END
$$;
