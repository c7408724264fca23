import { assertNever } from '@/lib/assert-never';
import type { PublicTask } from '@/lib/labs/task';
import type { Locale } from '@/lib/words/locale';
import { certificateFigure } from './certificate/certificate-figure';
import { dnsFigure } from './dns/dns-figure';
import { httpFigure } from './http/http-figure';
import { journeyFigure } from './journey/journey-figure';
import { processFigure } from './process/process-figure';
import { tcpFigure } from './tcp/tcp-figure';
import { tlsFigure } from './tls/tls-figure';

/** What a task asks for, goal by goal, in its lab's own words. */
export function goalTexts(task: PublicTask, locale: Locale): string[] {
  switch (task.lab) {
    case 'tcp':
      return task.goal.map((goal) => tcpFigure.goal(goal, locale, task.setup));
    case 'tls':
      return task.goal.map((goal) => tlsFigure.goal(goal, locale, task.setup));
    case 'certificate':
      return task.goal.map((goal) => certificateFigure.goal(goal, locale, task.setup));
    case 'dns':
      return task.goal.map((goal) => dnsFigure.goal(goal, locale, task.setup));
    case 'http':
      return task.goal.map((goal) => httpFigure.goal(goal, locale, task.setup));
    case 'journey':
      return task.goal.map((goal) => journeyFigure.goal(goal, locale, task.setup));
    case 'process':
      return task.goal.map((goal) => processFigure.goal(goal, locale, task.setup));
    default:
      return assertNever(task);
  }
}
