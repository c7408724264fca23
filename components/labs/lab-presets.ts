import type { LabId } from '@/lib/labs/labs';
import type { Run } from '@/lib/labs/run';
import { certificatePresets } from './certificate/certificate-presets';
import { dnsPresets } from './dns/dns-presets';
import { httpPresets } from './http/http-presets';
import { journeyPresets } from './journey/journey-presets';
import { processPresets } from './process/process-presets';
import { tcpPresets } from './tcp/tcp-presets';
import { tlsPresets } from './tls/tls-presets';

const presets: Record<LabId, readonly [Run, ...Run[]]> = {
  tcp: tcpPresets,
  tls: tlsPresets,
  certificate: certificatePresets,
  dns: dnsPresets,
  http: httpPresets,
  journey: journeyPresets,
  process: processPresets,
};

/** What a lab may begin with, the first of them when none is named; none by a name that there is not. */
export function presetsOf(lab: LabId): readonly [Run, ...Run[]] {
  return presets[lab];
}
