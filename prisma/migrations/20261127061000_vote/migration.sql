-- A vote on a question that is asked nowhere but in class is no attempt: it keeps what was said itself.

-- AlterTable
ALTER TABLE "room_vote" ALTER COLUMN "attempt_id" DROP NOT NULL,
ADD COLUMN "response" JSONB,
ADD COLUMN "share" DOUBLE PRECISION;
