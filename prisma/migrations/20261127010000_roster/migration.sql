-- Who made an account, how somebody came into a class, what staff see them listed as; groups that may be empty; rosters that wait to be taken over.

-- AlterTable
ALTER TABLE "learner" ADD COLUMN "made_by_class" UUID;

-- AlterTable
ALTER TABLE "class" ADD COLUMN "groups" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN "came_by" TEXT NOT NULL DEFAULT 'staff',
ADD COLUMN "listed_as" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "roster_import" (
    "class_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "file" TEXT NOT NULL,
    "roster" JSONB NOT NULL,

    CONSTRAINT "roster_import_pkey" PRIMARY KEY ("class_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_class_id_pseudonym_key" ON "enrolment"("class_id", "pseudonym");

-- CreateIndex
CREATE INDEX "enrolment_class_id_listed_as_learner_id_idx" ON "enrolment"("class_id", "listed_as", "learner_id");

-- CreateIndex
CREATE INDEX "roster_import_made_at_idx" ON "roster_import"("made_at");

-- AddForeignKey
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What staff of the class see a member listed as, in small letters, so that a class of any size is read in order and searched by it. Kept here and not by
-- whoever writes, since names change in many places and a name left standing in a class without names would be told.
CREATE FUNCTION "listed_as"(class UUID, learner UUID, role "ClassRole", pseudonym TEXT) RETURNS TEXT
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN role = 'learner' AND (SELECT c."is_pseudonymous" FROM "class" c WHERE c."id" = class) THEN coalesce(pseudonym, left(learner::text, 8))
    ELSE lower(coalesce((SELECT coalesce(l."name", l."login") FROM "learner" l WHERE l."id" = learner), left(learner::text, 8))) END
$$;

CREATE FUNCTION "list_member"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW."listed_as" := "listed_as"(NEW."class_id", NEW."learner_id", NEW."role", NEW."pseudonym");
  RETURN NEW;
END
$$;

-- A row that is restored brings its own.
CREATE TRIGGER "enrolment_listed" BEFORE INSERT ON "enrolment" FOR EACH ROW WHEN (NEW."listed_as" = '') EXECUTE FUNCTION "list_member"();
CREATE TRIGGER "enrolment_relisted" BEFORE UPDATE OF "role", "pseudonym", "left_at" ON "enrolment" FOR EACH ROW EXECUTE FUNCTION "list_member"();

CREATE FUNCTION "relist_learner"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "enrolment" e SET "listed_as" = "listed_as"(e."class_id", e."learner_id", e."role", e."pseudonym") WHERE e."learner_id" = NEW."id";
  RETURN NULL;
END
$$;

CREATE TRIGGER "learner_renamed" AFTER UPDATE OF "name", "login" ON "learner" FOR EACH ROW
  WHEN (OLD."name" IS DISTINCT FROM NEW."name" OR OLD."login" IS DISTINCT FROM NEW."login") EXECUTE FUNCTION "relist_learner"();

CREATE FUNCTION "relist_class"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "enrolment" e SET "listed_as" = "listed_as"(e."class_id", e."learner_id", e."role", e."pseudonym") WHERE e."class_id" = NEW."id";
  RETURN NULL;
END
$$;

CREATE TRIGGER "class_renamed" AFTER UPDATE OF "is_pseudonymous" ON "class" FOR EACH ROW
  WHEN (OLD."is_pseudonymous" <> NEW."is_pseudonymous") EXECUTE FUNCTION "relist_class"();

UPDATE "enrolment" e SET "listed_as" = "listed_as"(e."class_id", e."learner_id", e."role", e."pseudonym");
