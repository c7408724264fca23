-- Links at which reviewers see a draft. What opens them is a signature that is not kept; a row says what a link may show, and ends it.
CREATE TABLE "draft_link" (
    "learner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "lesson" TEXT NOT NULL,
    "with_keys" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "draft_link_pkey" PRIMARY KEY ("learner_id", "id")
);

-- AddForeignKey
ALTER TABLE "draft_link" ADD CONSTRAINT "draft_link_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
