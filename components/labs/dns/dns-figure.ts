import type { DnsAction } from '@/lib/labs/dns/action';
import { dnsLab } from '@/lib/labs/dns/dns-lab';
import type { DnsEvent } from '@/lib/labs/dns/event';
import type { DnsGoal } from '@/lib/labs/dns/goal';
import type { DnsSetup } from '@/lib/labs/dns/setup';
import type { DnsState } from '@/lib/labs/dns/state';
import { dnsWords } from '@/lib/words/dns';
import { dnsViewWords } from '@/lib/words/dns-view';
import type { LabFigure } from '../lab-view';
import { DnsTable } from './dns-table';
import { DnsWhole } from './dns-whole';

/** What a page prints of this lab. */
export const dnsFigure: LabFigure<DnsSetup, DnsState, DnsAction, DnsEvent, DnsGoal> = {
  lab: dnsLab,
  name: (locale) => dnsViewWords[locale].name,
  goal: (goal, locale) => dnsWords[locale].goal(goal),
  Whole: DnsWhole,
  Table: DnsTable,
};
