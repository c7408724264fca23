-- People are found by any word of their name, login or address, at any number of them; the audit trail is read by who did it and by what it was done to.

-- CreateTable
CREATE TABLE "person_word" (
    "person_id" UUID NOT NULL,
    "word" BYTEA NOT NULL,

    CONSTRAINT "person_word_pkey" PRIMARY KEY ("word","person_id")
);

-- CreateIndex
CREATE INDEX "person_word_person_id_idx" ON "person_word"("person_id");

-- CreateIndex
CREATE INDEX "learner_role_login_idx" ON "learner"("role", "login");

-- CreateIndex
CREATE INDEX "learner_suspended" ON "learner"("login") WHERE (suspended_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_subject_at_idx" ON "audit_event"("subject", "at");

-- AddForeignKey
ALTER TABLE "person_word" ADD CONSTRAINT "person_word_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A person's words, in small letters; in a script without spaces each place of a name begins a word. Kept as bytes, whose order is the same under
-- every collation. The look-up takes what was typed apart in the same way (lib/people/typed-words.ts).
CREATE FUNCTION "words_of_person"(texts TEXT[]) RETURNS SETOF BYTEA
LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT convert_to(left(substr(word, start), 40), 'UTF8')
  FROM unnest(texts) AS text,
    LATERAL regexp_split_to_table(lower(normalize(left(text, 300), NFKC)), '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\s]+') AS word,
    LATERAL generate_series(1, CASE WHEN word ~ '[\u2e80-\uffdc]' THEN least(length(word), 20) ELSE 1 END) AS start
  WHERE word <> ''
$$;

CREATE FUNCTION "note_words_of_person"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN DELETE FROM "person_word" WHERE "person_id" = NEW."id"; END IF;
  INSERT INTO "person_word" ("person_id", "word") SELECT NEW."id", w FROM "words_of_person"(ARRAY[NEW."name", NEW."login", NEW."email"]) AS w
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

-- Guests have no name to be found by.
CREATE TRIGGER "person_made" AFTER INSERT ON "learner" FOR EACH ROW WHEN (NEW."login" IS NOT NULL) EXECUTE FUNCTION "note_words_of_person"();
CREATE TRIGGER "person_renamed" AFTER UPDATE OF "name", "login", "email" ON "learner" FOR EACH ROW
  WHEN (NEW."login" IS NOT NULL AND (OLD."name", OLD."login", OLD."email") IS DISTINCT FROM (NEW."name", NEW."login", NEW."email"))
  EXECUTE FUNCTION "note_words_of_person"();

INSERT INTO "person_word" ("person_id", "word")
SELECT l."id", w FROM "learner" l, "words_of_person"(ARRAY[l."name", l."login", l."email"]) AS w WHERE l."login" IS NOT NULL;
