import type { TcpAction } from '@/lib/labs/tcp/action';
import type { TcpEvent } from '@/lib/labs/tcp/event';
import type { TcpGoal } from '@/lib/labs/tcp/goal';
import type { TcpSetup } from '@/lib/labs/tcp/setup';
import type { TcpState } from '@/lib/labs/tcp/state';
import { tcpLab } from '@/lib/labs/tcp/tcp-lab';
import { tcpWords } from '@/lib/words/tcp';
import { tcpViewWords } from '@/lib/words/tcp-view';
import type { LabFigure } from '../lab-view';
import { TcpTable } from './tcp-table';
import { TcpWhole } from './tcp-whole';

/** What a page prints of this lab. */
export const tcpFigure: LabFigure<TcpSetup, TcpState, TcpAction, TcpEvent, TcpGoal> = {
  lab: tcpLab,
  name: (locale) => tcpViewWords[locale].name,
  goal: (goal, locale) => tcpWords[locale].goal(goal),
  Whole: TcpWhole,
  Table: TcpTable,
};
