-- What the platform says to other systems, and what these say to it: LTI 1.3 platforms with their courses, links and scores; how far a record store has been told.

-- AlterTable
ALTER TABLE "signing_key" ADD COLUMN "purpose" TEXT NOT NULL DEFAULT 'certificate';

-- CreateTable
CREATE TABLE "lti_platform" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "auth_url" TEXT NOT NULL,
    "token_url" TEXT NOT NULL,
    "keys_url" TEXT NOT NULL,
    "token_audience" TEXT,
    "takes_any_deployment" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "lti_platform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_deployment" (
    "platform_id" UUID NOT NULL,
    "deployment_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lti_deployment_pkey" PRIMARY KEY ("platform_id","deployment_id")
);

-- CreateTable
CREATE TABLE "lti_invitation" (
    "token_digest" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "lti_invitation_pkey" PRIMARY KEY ("token_digest")
);

-- CreateTable
CREATE TABLE "lti_login" (
    "state_digest" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "platform_id" UUID NOT NULL,
    "target_link_uri" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "lti_login_pkey" PRIMARY KEY ("state_digest")
);

-- CreateTable
CREATE TABLE "lti_launch" (
    "id" UUID NOT NULL,
    "ticket_digest" TEXT NOT NULL,
    "state_digest" TEXT NOT NULL,
    "platform_id" UUID NOT NULL,
    "learner_id" UUID,
    "launch" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "lti_launch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_context" (
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "deployment_id" TEXT NOT NULL,
    "context_id" TEXT NOT NULL,
    "class_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "memberships_url" TEXT,
    "launched_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "synced_at" TIMESTAMPTZ,

    CONSTRAINT "lti_context_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_link" (
    "id" UUID NOT NULL,
    "context" UUID NOT NULL,
    "resource_link_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "target" TEXT,
    "line_items_url" TEXT,
    "line_item_url" TEXT,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "lti_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_member" (
    "learner_id" UUID NOT NULL,
    "context" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lti_member_pkey" PRIMARY KEY ("learner_id","context")
);

-- CreateTable
CREATE TABLE "lti_score" (
    "learner_id" UUID NOT NULL,
    "link" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "looked_at" TIMESTAMPTZ NOT NULL,
    "sent" JSONB,
    "sent_at" TIMESTAMPTZ,

    CONSTRAINT "lti_score_pkey" PRIMARY KEY ("learner_id","link")
);

-- CreateTable
CREATE TABLE "told_until" (
    "place" TEXT NOT NULL,
    "watermark" xid8 NOT NULL,

    CONSTRAINT "told_until_pkey" PRIMARY KEY ("place")
);

-- CreateIndex
CREATE UNIQUE INDEX "lti_platform_issuer_client_id_key" ON "lti_platform"("issuer", "client_id");

-- CreateIndex
CREATE INDEX "lti_login_expires_at_idx" ON "lti_login"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "lti_launch_ticket_digest_key" ON "lti_launch"("ticket_digest");

-- CreateIndex
CREATE INDEX "lti_launch_learner_id_idx" ON "lti_launch"("learner_id");

-- CreateIndex
CREATE INDEX "lti_launch_expires_at_idx" ON "lti_launch"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "lti_context_platform_id_deployment_id_context_id_key" ON "lti_context"("platform_id", "deployment_id", "context_id");

-- CreateIndex
CREATE INDEX "lti_context_class_id_idx" ON "lti_context"("class_id");

-- CreateIndex
CREATE UNIQUE INDEX "lti_link_context_resource_link_id_key" ON "lti_link"("context", "resource_link_id");

-- CreateIndex
CREATE UNIQUE INDEX "lti_member_context_subject_key" ON "lti_member"("context", "subject");

-- CreateIndex
CREATE INDEX "lti_score_link_idx" ON "lti_score"("link");

-- AddForeignKey
ALTER TABLE "lti_deployment" ADD CONSTRAINT "lti_deployment_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_login" ADD CONSTRAINT "lti_login_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_launch" ADD CONSTRAINT "lti_launch_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_context" ADD CONSTRAINT "lti_context_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_context" ADD CONSTRAINT "lti_context_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_link" ADD CONSTRAINT "lti_link_context_fkey" FOREIGN KEY ("context") REFERENCES "lti_context"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_member" ADD CONSTRAINT "lti_member_context_fkey" FOREIGN KEY ("context") REFERENCES "lti_context"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_score" ADD CONSTRAINT "lti_score_link_fkey" FOREIGN KEY ("link") REFERENCES "lti_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
