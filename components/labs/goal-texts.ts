import { assertNever } from '@/lib/assert-never';
import type { PublicTask } from '@/lib/labs/task';
import type { Locale } from '@/lib/words/locale';
import { certificateView } from './certificate/certificate-view';
import { dnsView } from './dns/dns-view';
import { httpView } from './http/http-view';
import { journeyView } from './journey/journey-view';
import { processView } from './process/process-view';
import { tcpView } from './tcp/tcp-view';
import { tlsView } from './tls/tls-view';

/** What a task asks for, goal by goal, in its lab's own words. */
export function goalTexts(task: PublicTask, locale: Locale): string[] {
  switch (task.lab) {
    case 'tcp':
      return task.goal.map((goal) => tcpView.goal(goal, locale, task.setup));
    case 'tls':
      return task.goal.map((goal) => tlsView.goal(goal, locale, task.setup));
    case 'certificate':
      return task.goal.map((goal) => certificateView.goal(goal, locale, task.setup));
    case 'dns':
      return task.goal.map((goal) => dnsView.goal(goal, locale, task.setup));
    case 'http':
      return task.goal.map((goal) => httpView.goal(goal, locale, task.setup));
    case 'journey':
      return task.goal.map((goal) => journeyView.goal(goal, locale, task.setup));
    case 'process':
      return task.goal.map((goal) => processView.goal(goal, locale, task.setup));
    default:
      return assertNever(task);
  }
}
