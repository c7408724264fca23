import { versions } from '@/lib/attempts/submit-versions';
import { hashPassword } from '@/lib/auth/password-hash';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { fold } from '@/lib/gradebook/submit-fold';
import { Answers } from './answered';
import { Dice } from './dice';
import { type Filled, fillClass } from './filled-class';
import { chinese, staff, tuesday } from './people';
import { endTheirSessions, makePerson } from './people-store';

export type DemoMeans = {
  readonly seed: number;
  readonly now: Date;
  /** One password for everybody of the story. */
  readonly password: string;
  readonly tell: (sentence: string) => void;
};

export type Demo = { readonly tuesday: Filled; readonly chinese: Filled };

const minute = 60_000;

/** Fills an empty database with two classes and six weeks of their work. */
export async function fillDemo({ seed, now: exactly, password, tell }: DemoMeans): Promise<Demo> {
  const now = new Date(Math.floor(exactly.getTime() / minute) * minute);
  const dice = Dice.of(seed, 'demo');
  const passwordHash = await hashPassword(password);
  const [taught, known] = [await curriculum(), await versions()];
  const answers = new Answers(taught, Dice.of(seed, 'answers'));
  tell('People …');
  const admin = await makePerson(staff.admin, { role: 'admin', passwordHash, dice });
  const mara = await makePerson(staff.instructor, { role: 'instructor', passwordHash, dice });
  const jonas = await makePerson(staff.assistant, { role: 'learner', passwordHash, dice });
  const chen = await makePerson(staff.otherInstructor, { role: 'instructor', passwordHash, dice });
  const means = { seed, now, dice, passwordHash, taught, known, answers, tell };
  const first = await fillClass(
    {
      name: 'Networks, Tuesday group',
      locale: 'en',
      timeZone: 'Europe/Berlin',
      paths: ['tcp-tls'],
      groups: ['Group A', 'Group B'],
      cast: tuesday,
      instructor: { ...mara, ...staff.instructor },
      assistant: jonas,
      hasOldAssignment: true,
    },
    means,
  );
  const second = await fillClass(
    {
      name: '计算机网络（二班）',
      locale: 'zh',
      timeZone: 'Asia/Shanghai',
      paths: ['http'],
      groups: ['第一组', '第二组'],
      cast: chinese,
      instructor: { ...chen, ...staff.otherInstructor },
      assistant: null,
      hasOldAssignment: false,
    },
    means,
  );
  await endTheirSessions([admin, mara, jonas, chen, ...first.learners, ...second.learners].map((one) => one.learnerId));
  tell('What the gradebook reads …');
  for (let isAll = false; !isAll; ) {
    const folded = await fold();
    isAll = folded.kind === 'elsewhere' || folded.isAll;
  }
  return { tuesday: first, chinese: second };
}
