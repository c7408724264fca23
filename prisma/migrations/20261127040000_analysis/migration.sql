-- What instructors correct about a question in their class's own graded work, and which reports of learners they have settled.

-- CreateTable
CREATE TABLE "item_adjustment" (
    "class_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "item" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "answer" JSONB,
    "undoes" INTEGER,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "made_by" UUID,
    "audit_id" UUID NOT NULL,

    CONSTRAINT "item_adjustment_pkey" PRIMARY KEY ("class_id","number")
);

-- CreateTable
CREATE TABLE "report_settlement" (
    "class_id" UUID NOT NULL,
    "learner_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "settled_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "settled_by" UUID,

    CONSTRAINT "report_settlement_pkey" PRIMARY KEY ("class_id","learner_id","report_id")
);

-- CreateIndex
CREATE INDEX "item_adjustment_class_id_item_idx" ON "item_adjustment"("class_id", "item");

-- CreateIndex
CREATE UNIQUE INDEX "item_adjustment_undone_once" ON "item_adjustment"("class_id", "undoes");

-- CreateIndex
CREATE INDEX "report_settlement_learner_id_report_id_idx" ON "report_settlement"("learner_id", "report_id");

-- AddForeignKey
ALTER TABLE "item_adjustment" ADD CONSTRAINT "item_adjustment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_settlement" ADD CONSTRAINT "report_settlement_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whether two responses say the same: what was typed, but for width, capitals and runs of spaces; of a number its value, not how it was written.
CREATE FUNCTION "same_answer"(one jsonb, other jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT lower(normalize(regexp_replace((CASE WHEN one ? 'value' THEN one - 'text' ELSE one END)::text, '\s+', ' ', 'g'), NFKC))
    = lower(normalize(regexp_replace((CASE WHEN other ? 'value' THEN other - 'text' ELSE other END)::text, '\s+', ' ', 'g'), NFKC))
$$;

-- Whether a class gives all points for this answer, by these corrections: [{ kind, answer }], those that were undone left out.
CREATE FUNCTION "is_given_credit"(corrections jsonb, response jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT EXISTS (SELECT FROM jsonb_array_elements(corrections) AS c
    WHERE c->>'kind' = 'full-credit' OR (c->>'kind' = 'accept' AND same_answer(c->'answer', response)))
$$;

-- What a class has corrected about an item and not taken back, and the number of the last change.
CREATE FUNCTION "corrections_of"(class UUID, asked TEXT, OUT "last" INTEGER, OUT "corrections" JSONB) LANGUAGE sql STABLE AS $$
  SELECT max(i.number), coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'answer', i.answer)) FILTER (
    WHERE i.kind <> 'undo' AND NOT EXISTS (SELECT FROM item_adjustment u WHERE u.class_id = class AND u.undoes = i.number)), '[]')
  FROM item_adjustment i WHERE i.class_id = class AND i.item = asked
$$;

-- An answer that comes after a correction gets it with the statement that stores it. Only graded work of a class is looked at: practice pays nothing.
CREATE FUNCTION "correct_attempt"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible, detail, credit)
  SELECT NEW.learner_id, NEW.id, -c.last, NEW.possible, NEW.possible, NEW.detail,
    credit_factor(NEW.turn::int, s.credit, s.due_at, s.late_credit, NEW.received_at)
  FROM assignment a CROSS JOIN LATERAL corrections_of(a.class_id, NEW.item) AS c
    LEFT JOIN sitting s ON s.learner_id = NEW.learner_id AND s.id = NEW.sitting_id
  WHERE a.id = NEW.assignment_id AND c.last IS NOT NULL AND is_given_credit(c.corrections, NEW.response)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE TRIGGER "attempt_corrected" AFTER INSERT ON "attempt"
FOR EACH ROW WHEN (NEW.assignment_id IS NOT NULL) EXECUTE FUNCTION "correct_attempt"();
