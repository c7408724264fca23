import * as z from 'zod/mini';
import { type PredictedField, type Prediction, wrongOnly } from '../prediction';
import type { CertificateAction } from './action';
import { browserErrors } from './browser-error';
import { type CheckName, checkNames } from './check';
import { shortName } from './distinguished-name';
import { generalNameText } from './general-name';
import { namesOf } from './match-name';
import { timeTextOf } from './recipe';
import { type CertificateState, madeOf, serverOf, verdictOn } from './state';
import { step } from './step';
import { outcomeOf, type Verdict } from './verify-chain';

/** What can be asked of a run among certificates. `next-check`: the next one and what it says. `verdict`: on the server, after the next action. */
export const certificateAsks = ['next-check', 'verdict'] as const;
export type CertificateAsk = (typeof certificateAsks)[number];

const outcomes = ['passed', 'failed', 'unknown', 'not-asked'] as const;
const verdicts = ['accepted', 'refused'] as const;

const shownCertificateSchema = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  /** What subjectAltName says. */
  names: z.array(z.string()),
  /** As an author writes it: `2026-11-23T12:00:00Z`. */
  notBefore: z.string(),
  notAfter: z.string(),
});

/** Who is visited and when, what is shown there, who is trusted, and what the checks said so far. */
export const certificatePredictedFromSchema = z.strictObject({
  lab: z.literal('certificate'),
  name: z.string(),
  at: z.string(),
  chain: z.array(shownCertificateSchema),
  trusted: z.array(z.string()),
  checks: z.array(z.strictObject({ check: z.enum(checkNames), outcome: z.enum(outcomes) })),
});
export type CertificatePredictedFrom = z.output<typeof certificatePredictedFromSchema>;

/** What the engine says next from `state`. null: nobody is visited, or nothing is left to check. */
export function predictCertificate(
  state: CertificateState,
  further: readonly CertificateAction[],
  ask: CertificateAsk,
): Prediction | null {
  const from = predictedFrom(state);
  if (!from) return null;
  if (ask === 'next-check') {
    const fields = nextCheck(state);
    return fields && { from, fields };
  }
  const [action] = further;
  const next = action ? step(state, action).state : state;
  const server = serverOf(next);
  return server ? { from, fields: verdictFields(verdictOn(next, server)) } : null;
}

function predictedFrom(state: CertificateState): CertificatePredictedFrom | null {
  const server = serverOf(state);
  if (!server) return null;
  const certificatesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const read = madeOf(state, id)?.read;
      return read?.kind === 'read' ? [read.value] : [];
    });
  const { findings } = verdictOn(state, server);
  return {
    lab: 'certificate',
    name: server.name,
    at: timeTextOf(state.now),
    chain: certificatesOf(server.presents).map((certificate) => ({
      subject: shortName(certificate.subject),
      issuer: shortName(certificate.issuer),
      names: namesOf(certificate).map(generalNameText),
      notBefore: timeTextOf(certificate.notBefore),
      notAfter: timeTextOf(certificate.notAfter),
    })),
    trusted: certificatesOf(state.trusted).map(({ subject }) => shortName(subject)),
    checks: (state.asked[server.id] ?? []).map((check) => ({ check, outcome: outcomeOf(findings, check) })),
  };
}

function nextCheck(state: CertificateState): PredictedField[] | null {
  const server = serverOf(state);
  const asked = server ? (state.asked[server.id] ?? []) : [];
  const left = checkNames.filter((name) => !asked.includes(name));
  const [check, following] = left;
  if (!server || !check) return null;
  const outcome = outcomeOf(verdictOn(state, server).findings, check);
  return [
    {
      name: 'check',
      form: { kind: 'one', of: checkNames },
      value: check,
      wrong: wrongOnly(check, { 'check-before-it': asked.at(-1), 'check-after-it': following }),
    },
    {
      name: 'outcome',
      form: { kind: 'one', of: outcomes },
      value: outcome,
      wrong: wrongOnly(outcome, {
        'the-opposite': outcome === 'failed' ? 'passed' : 'failed',
        'cannot-be-said': 'unknown',
      }),
    },
  ];
}

function verdictFields({ accepted, findings, browser }: Verdict): PredictedField[] {
  const verdict = accepted ? 'accepted' : 'refused';
  const failing = checkNames.filter((name) => outcomeOf(findings, name) === 'failed');
  const [first, second] = failing;
  const instead = (name: CheckName) => (failing.includes(name) ? undefined : name);
  return [
    {
      name: 'verdict',
      form: { kind: 'one', of: verdicts },
      value: verdict,
      wrong: { 'the-opposite': accepted ? 'refused' : 'accepted' },
    },
    ...(first
      ? [
          {
            name: 'failing',
            form: { kind: 'one', of: checkNames },
            value: first,
            wrong: wrongOnly(first, {
              'a-later-one': second,
              'name-instead': instead('name'),
              'dates-instead': instead('dates'),
              'trust-instead': instead('trust'),
              'signature-instead': instead('signature'),
            }),
          } as const,
        ]
      : []),
    ...(browser
      ? [
          {
            name: 'browser',
            form: { kind: 'one', of: browserErrors },
            value: browser,
            wrong: wrongOnly(browser, {
              'authority-instead': 'ERR_CERT_AUTHORITY_INVALID',
              'date-instead': 'ERR_CERT_DATE_INVALID',
              'name-instead': 'ERR_CERT_COMMON_NAME_INVALID',
              'invalid-instead': 'ERR_CERT_INVALID',
            }),
          } as const,
        ]
      : []),
  ];
}
