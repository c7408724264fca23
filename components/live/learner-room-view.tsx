import { LabFrame } from '@/components/labs/lab-frame';
import { labTitle } from '@/components/labs/lab-title';
import { KindView } from '@/components/quiz/quiz';
import quiz from '@/components/quiz/quiz.module.css';
import { RichText } from '@/components/quiz/rich-text';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import type { AskedOfLearner, LearnerRoom } from '@/lib/live/read-learner-room';
import { richText } from '@/lib/quiz/rich-text';
import { liveWords } from '@/lib/words/live';
import { inLocale, type Locale } from '@/lib/words/locale';
import { FollowLab } from './follow-lab';
import styles from './live.module.css';
import { RoomButton, type RoomForm } from './room-button';
import { TallyBars } from './tally-bars';
import { type VoteAction, VoteForm } from './vote-form';

type Props = { room: LearnerRoom; classId: string; locale: Locale; vote: VoteAction; moveHand: RoomForm['action'] };

/** The room as a learner has it before them: what the class is shown, a vote, a hand to raise. */
export function LearnerRoomView({ room, classId, locale, vote, moveHand }: Props) {
  const words = liveWords[locale].room;
  if (!room.isOpen)
    return (
      <Notice kind="empty" title={words.closedTitle}>
        <p>{words.closed}</p>
      </Notice>
    );
  return (
    <div className={styles.room}>
      <div className={styles.roomBar}>
        <p role="status">{room.isHandUp ? words.raised : ''}</p>
        <RoomButton action={moveHand} classId={classId} locale={locale} what={room.isHandUp ? 'lowered' : 'raised'}>
          {room.isHandUp ? words.lower : words.raise}
        </RoomButton>
        <noscript>
          <a className={button.button} href={`/${locale}/room/${classId}`}>
            {liveWords[locale].refresh}
          </a>
        </noscript>
      </div>
      {room.asked ? (
        <Asked asked={room.asked} classId={classId} locale={locale} vote={vote} />
      ) : room.lab ? (
        <section aria-labelledby="lab-title">
          <h2 id="lab-title">{words.labTitle}</h2>
          <FollowLab locale={locale} seq={room.seq} saved={{ ...room.lab.run, major: room.lab.major, at: room.lab.at }}>
            <LabFrame
              key={room.lab.run.lab}
              run={{ ...room.lab.run, title: { [locale]: labTitle(room.lab.run.lab, locale) } }}
              locale={locale}
              at={room.lab.at}
              free
            />
          </FollowLab>
        </section>
      ) : (
        <Notice kind="empty" title={words.waitingTitle}>
          <p>{words.waiting}</p>
        </Notice>
      )}
    </div>
  );
}

type AskedProps = Pick<Props, 'classId' | 'locale' | 'vote'> & { asked: AskedOfLearner };

function Asked({ asked, classId, locale, vote }: AskedProps) {
  const words = liveWords[locale].room;
  const { question, round, tallies, own } = asked;
  if (round)
    return (
      <section aria-label={words.vote}>
        {round.isAgain && <h2>{words.again}</h2>}
        <VoteForm
          key={round.id}
          action={vote}
          classId={classId}
          locale={locale}
          round={round.id}
          kind={question.kind}
          hasVoted={own.at(-1) !== null}
        >
          <KindView anchor="room" question={question} locale={locale} />
        </VoteForm>
      </section>
    );
  return (
    <section aria-labelledby="asked-title">
      <h2 id="asked-title">{tallies ? words.resultTitle : words.discussTitle}</h2>
      {!tallies && <p>{words.discuss}</p>}
      <div className={`${quiz.prompt} ${styles.prompt}`}>
        <RichText text={richText(inLocale(question.prompt, locale))} />
      </div>
      {tallies ? (
        <TallyBars locale={locale} caption={words.resultTitle} tallies={tallies} showsRight own={own} />
      ) : (
        'options' in question && (
          <ol className={styles.options} type="A">
            {question.options.map(({ letter, text }) => (
              <li key={letter}>
                <span className={styles.letter}>{letter.toUpperCase()}</span>
                <RichText text={richText(inLocale(text, locale))} />
              </li>
            ))}
          </ol>
        )
      )}
      {own.at(-1) === null && <p className={styles.quiet}>{words.noVote}</p>}
      {asked.attempt && (
        <p>
          <a href={`/${locale}/attempts/${asked.attempt}`}>{words.yourAttempt}</a>
        </p>
      )}
    </section>
  );
}
