-- Assignments that can be withdrawn and say when what they ask was frozen; questions that an instructor wrote for one class; addresses of calendars.

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN "withdrawn_at" TIMESTAMPTZ,
ADD COLUMN "frozen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "own_question" (
    "class_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "own_question_pkey" PRIMARY KEY ("class_id","slug")
);

-- CreateTable
CREATE TABLE "calendar_address" (
    "learner_id" UUID NOT NULL,
    "token_digest" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_address_pkey" PRIMARY KEY ("learner_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_address_token_digest_key" ON "calendar_address"("token_digest");

-- AddForeignKey
ALTER TABLE "own_question" ADD CONSTRAINT "own_question_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
