-- The practice server: what a token opens, and what was asked of it. Both are swept a day later.
CREATE TABLE "practice" (
    "token" TEXT NOT NULL,
    "learner_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "seed" BIGINT NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "practice_pkey" PRIMARY KEY ("token")
);

CREATE TABLE "practice_exchange" (
    "token" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "request" BYTEA NOT NULL,

    CONSTRAINT "practice_exchange_pkey" PRIMARY KEY ("token", "number")
);

-- CreateIndex
CREATE UNIQUE INDEX "practice_learner_id_item_key" ON "practice"("learner_id", "item");

-- CreateIndex
CREATE INDEX "practice_expires_at_idx" ON "practice"("expires_at");

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_exchange" ADD CONSTRAINT "practice_exchange_token_fkey" FOREIGN KEY ("token") REFERENCES "practice"("token") ON DELETE CASCADE ON UPDATE CASCADE;
