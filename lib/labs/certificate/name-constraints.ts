import type { ReasonCode } from './check';
import type { Subtrees } from './extension';
import { type GeneralName, generalNameText } from './general-name';

/** RFC 5280 §4.2.1.10: what an authority may speak for. A name of a kind that no rule mentions is free. */
export function constraintBroken(
  { permitted, excluded }: Subtrees,
  names: readonly GeneralName[],
): { reason: Extract<ReasonCode, 'name-not-permitted' | 'name-excluded'>; name: string } | null {
  for (const name of names) {
    const text = generalNameText(name);
    const rules = permitted.filter((rule) => rule.kind === name.kind);
    if (rules.length > 0 && !rules.some((rule) => isWithin(rule, name)))
      return { reason: 'name-not-permitted', name: text };
    if (excluded.some((rule) => isWithin(rule, name))) return { reason: 'name-excluded', name: text };
  }
  return null;
}

function isWithin(rule: GeneralName, name: GeneralName): boolean {
  if (rule.kind === 'dns' && name.kind === 'dns') return isSubdomain(name.text.toLowerCase(), rule.text.toLowerCase());
  if (rule.kind === 'ip' && name.kind === 'ip') return isInNetwork(name.octets, rule.octets);
  // Rules about other kinds are not computed here: whoever falls under one is not let through.
  return false;
}

/** The host itself or anything below it, whole labels; a leading dot asks for at least one more. */
function isSubdomain(name: string, rule: string): boolean {
  if (rule === '') return true;
  if (rule.startsWith('.')) return name.endsWith(rule);
  return name === rule || name.endsWith(`.${rule}`);
}

/** Address and mask, one behind the other. */
function isInNetwork(address: Uint8Array, rule: Uint8Array): boolean {
  if (rule.length !== address.length * 2) return false;
  return address.every((octet, at) => {
    const mask = rule[address.length + at] ?? 0;
    return (octet & mask) === ((rule[at] ?? 0) & mask);
  });
}
