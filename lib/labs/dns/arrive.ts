import { answerQuery } from './authority';
import { lookUp } from './cache';
import { decodeMessage } from './decode-message';
import { encodeMessage } from './encode-message';
import type { Ignored } from './event';
import { extraRecords } from './extra-records';
import { gistOf } from './gist';
import { emptyMessage, type Message } from './message';
import { type Moment, note } from './moment';
import { isSameName } from './name';
import { reply, serverSetup, settle } from './network';
import { rcodeOf } from './record-type';
import { advanceJob, beginJob, recordsIn } from './resolver';
import { dnsPort, hosts, type Job, type Packet } from './state';
import { stubReads } from './stub';
import { takeResponse } from './take-response';
import { mostFor } from './truncate';

/** A packet reaches its destination, and whoever lives there reads its bytes. */
export function arrive(moment: Moment, packet: Packet): void {
  const { state } = moment;
  settle(state, packet.id, { fate: 'arrived' });
  moment.events.push({ kind: 'arrived', at: state.now, packet: packet.id });
  moment.cost += 2;
  const decoded = decodeMessage(packet.bytes);
  const message = decoded.kind === 'message' ? decoded.message : null;
  const { address } = packet.to;
  if (address === hosts.stub) stubReads(moment, packet, message);
  else if (address === hosts.resolver) resolverReads(moment, packet, message);
  else serverReads(moment, packet, message);
}

export function ignore(moment: Moment, packet: Packet, why: Ignored): void {
  settle(moment.state, packet.id, { fate: 'ignored' });
  note(moment, { code: 'ignored', packet: packet.id, why, count: packet.forged?.count ?? 1 });
}

function serverReads(moment: Moment, packet: Packet, query: Message | null) {
  const { state } = moment;
  const server = state.internet.servers.get(packet.to.address);
  // Nobody lives there, or it hears nothing: whoever asked will notice by the silence.
  if (!server || !query || query.qr || state.down.includes(server.address))
    return settle(state, packet.id, { fate: 'ignored' });
  const said = answerQuery(state.internet, server, query);
  const adds = serverSetup(state, server.address)?.adds;
  const response = adds ? { ...said, additionals: [...said.additionals, ...extraRecords(adds)] } : said;
  const id = reply(moment, packet, response, mostFor(query));
  const sent = state.packets[id];
  const [question] = query.questions;
  const decoded = sent ? decodeMessage(sent.bytes) : null;
  if (!question || decoded?.kind !== 'message') return;
  const { name, type } = question;
  note(moment, { code: 'served', server: server.address, name, type, gist: gistOf(decoded.message) });
}

function resolverReads(moment: Moment, packet: Packet, message: Message | null) {
  if (packet.to.port === dnsPort && packet.answers === undefined && !packet.forged)
    return takeQuestion(moment, packet, message);
  const fit = fitting(moment.state.jobs, packet, message);
  if (typeof fit === 'string') return ignore(moment, packet, fit);
  const { job, out, id } = fit;
  if (packet.forged) {
    const own = { ...fit.message, id };
    settle(moment.state, packet.id, { bytes: encodeMessage(own) });
    note(moment, { code: 'forgery-believed', packet: packet.id, server: out.server });
  }
  takeResponse(moment, job, out, fit.message, packet.forged !== undefined);
}

type Fitting = { job: Job; out: NonNullable<Job['out']>; id: number; message: Message };

/** RFC 5452 §9.1: address, port, id and question must all be those of a query that is open. What is wrong first is told. */
function fitting(jobs: readonly Job[], packet: Packet, message: Message | null): Fitting | Ignored {
  if (!message?.qr) return 'unreadable';
  const open = jobs.flatMap((job) => (job.out ? [{ job, out: job.out }] : []));
  if (open.length === 0) return 'nothing-asked';
  const sameServer = open.filter(({ out }) => out.server === packet.from.address && out.transport === packet.transport);
  if (sameServer.length === 0) return 'wrong-server';
  const samePort = sameServer.filter(({ out }) => out.port === packet.to.port);
  if (samePort.length === 0) return 'wrong-port';
  const count = packet.forged?.count ?? 1;
  const found = samePort.find(({ out }) => (out.id - message.id + 65_536) % 65_536 < count);
  if (!found) return 'wrong-id';
  const [question] = message.questions;
  const isSame =
    question && isSameName(question.name, found.out.question.name) && question.type === found.out.question.type;
  return isSame ? { ...found, id: found.out.id, message } : 'wrong-question';
}

const mostJobs = 20;

function takeQuestion(moment: Moment, packet: Packet, query: Message | null) {
  const { state } = moment;
  const [question] = query?.questions ?? [];
  if (!query || query.qr || !question) return ignore(moment, packet, 'unreadable');
  if (!query.rd || state.jobs.length >= mostJobs) {
    // Without RD: only what is known anyway.
    const known = lookUp(state.cache, question.name, question.type, state.now);
    const answers = known ? recordsIn(known, state.now) : [];
    const { id, rd, questions } = query;
    const rcode = query.rd ? rcodeOf.SERVFAIL : known?.negative?.rcode === 'NXDOMAIN' ? rcodeOf.NXDOMAIN : 0;
    reply(moment, packet, { ...emptyMessage, id, rd, questions, qr: true, ra: true, rcode, answers }, mostFor(query));
    return;
  }
  advanceJob(moment, beginJob(moment, question, { query: packet.id }));
}
