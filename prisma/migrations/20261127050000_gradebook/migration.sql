-- What staff decide about a learner's work, say to it, and how they mark what no machine can.

-- CreateTable
CREATE TABLE "grade_override" (
    "learner_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "grade_column" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "share" DOUBLE PRECISION,
    "reason" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "grade_override_pkey" PRIMARY KEY ("learner_id","class_id","grade_column","revision")
);

-- CreateTable
CREATE TABLE "comment" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "grade_column" TEXT,
    "attempt_id" UUID,
    "text" TEXT NOT NULL,
    "for_learner" BOOLEAN NOT NULL,
    "written_by" UUID NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("learner_id","id")
);

-- CreateTable
CREATE TABLE "marking" (
    "learner_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "class_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "points" JSONB NOT NULL DEFAULT '{}',
    "earned" DOUBLE PRECISION,
    "possible" DOUBLE PRECISION NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "marked_by" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "marking_pkey" PRIMARY KEY ("learner_id","attempt_id","revision")
);

-- CreateTable
CREATE TABLE "marking_desk" (
    "learner_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "held_by" UUID,
    "held_until" TIMESTAMPTZ,
    "flagged_by" UUID,
    "flagged_at" TIMESTAMPTZ,
    "flag_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "marking_desk_pkey" PRIMARY KEY ("learner_id","attempt_id")
);

-- CreateIndex
CREATE INDEX "grade_override_class_id_idx" ON "grade_override"("class_id");

-- CreateIndex
CREATE INDEX "comment_class_id_idx" ON "comment"("class_id");

-- CreateIndex
CREATE INDEX "marking_class_id_marked_at_idx" ON "marking"("class_id", "marked_at");

-- CreateIndex
CREATE INDEX "attempt_without_grade" ON "attempt"("item", "received_at") WHERE earned IS NULL;

-- AddForeignKey
ALTER TABLE "grade_override" ADD CONSTRAINT "grade_override_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
