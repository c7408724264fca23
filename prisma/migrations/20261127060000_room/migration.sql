-- The room of a class: what goes on in it now, what happened in it (numbered, so that whoever was away catches up), votes, raised hands, who is there.

-- CreateTable
CREATE TABLE "class_room" (
    "class_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ,
    "state" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "class_room_pkey" PRIMARY KEY ("class_id")
);

-- CreateTable
CREATE TABLE "room_event" (
    "class_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "learner_id" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "room_event_pkey" PRIMARY KEY ("class_id","seq")
);

-- CreateTable
CREATE TABLE "room_vote" (
    "learner_id" UUID NOT NULL,
    "round" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "room_vote_pkey" PRIMARY KEY ("learner_id","round")
);

-- CreateTable
CREATE TABLE "room_hand" (
    "learner_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "room_hand_pkey" PRIMARY KEY ("learner_id","class_id")
);

-- CreateTable
CREATE TABLE "room_presence" (
    "learner_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "room_presence_pkey" PRIMARY KEY ("learner_id","class_id")
);

-- CreateIndex
CREATE INDEX "class_room_opened_at_idx" ON "class_room"("opened_at");

-- CreateIndex
CREATE INDEX "room_event_at_idx" ON "room_event"("at");

-- CreateIndex
CREATE INDEX "room_event_learner_id_idx" ON "room_event"("learner_id");

-- CreateIndex
CREATE INDEX "room_vote_class_id_round_idx" ON "room_vote"("class_id", "round");

-- CreateIndex
CREATE INDEX "room_hand_class_id_raised_at_idx" ON "room_hand"("class_id", "raised_at");

-- CreateIndex
CREATE INDEX "room_presence_class_id_seen_at_idx" ON "room_presence"("class_id", "seen_at");

-- AddForeignKey
ALTER TABLE "class_room" ADD CONSTRAINT "class_room_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_event" ADD CONSTRAINT "room_event_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_vote" ADD CONSTRAINT "room_vote_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_hand" ADD CONSTRAINT "room_hand_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_presence" ADD CONSTRAINT "room_presence_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
