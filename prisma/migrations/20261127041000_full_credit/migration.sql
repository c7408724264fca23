-- Full credit for all is full: neither a later try nor lateness takes anything off it.

CREATE FUNCTION "credit_given"(corrections JSONB, attempt "attempt") RETURNS DOUBLE PRECISION LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN corrections @> '[{"kind": "full-credit"}]' THEN 1
    ELSE coalesce((SELECT credit_factor(attempt.turn::int, s.credit, s.due_at, s.late_credit, attempt.received_at)
      FROM sitting s WHERE s.learner_id = attempt.learner_id AND s.id = attempt.sitting_id), 1) END
$$;

CREATE OR REPLACE FUNCTION "correct_attempt"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible, detail, credit)
  SELECT NEW.learner_id, NEW.id, -c.last, NEW.possible, NEW.possible, NEW.detail, credit_given(c.corrections, NEW)
  FROM assignment a CROSS JOIN LATERAL corrections_of(a.class_id, NEW.item) AS c
  WHERE a.id = NEW.assignment_id AND c.last IS NOT NULL AND is_given_credit(c.corrections, NEW.response)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
