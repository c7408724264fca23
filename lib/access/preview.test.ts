import { describe, expect, it } from 'vitest';
import { roles } from '@/lib/auth/role';
import type { Who } from './access';
import { mayPreview, type SharedDraft, sightOf } from './preview';

const who = (given: Partial<Who> = {}): Who => ({ learnerId: 'ada', role: 'author', guest: false, ...given });
const now = new Date('2026-11-23T12:00:00Z');
const later = new Date('2026-11-23T12:00:01Z');
const link = (more: Partial<SharedDraft> = {}): SharedDraft => ({
  lesson: 'tcp-tls/half-close',
  withKeys: false,
  expiresAt: later,
  revokedAt: null,
  maker: who(),
  ...more,
});

describe('who may see lessons laid open', () => {
  it.each(roles)('on a site, authors and admins alone (%s)', (role) => {
    expect(mayPreview(who({ role }), { isWorkshop: false })).toBe(role === 'author' || role === 'admin');
  });

  it('on a site, nobody who is not signed in, whatever role a token claims', () => {
    expect(mayPreview(null, { isWorkshop: false })).toBe(false);
    expect(mayPreview(who({ guest: true }), { isWorkshop: false })).toBe(false);
  });

  it('in the workshop, whoever is at the machine', () => {
    expect(mayPreview(null, { isWorkshop: true })).toBe(true);
  });
});

describe('what a draft link shows', () => {
  it('is the draft, and its keys only where the link was made with them', () => {
    expect(sightOf(link(), now)).toBe('draft');
    expect(sightOf(link({ withKeys: true }), now)).toBe('keys');
  });

  it('is nothing from the moment it expires, or was ended', () => {
    expect(sightOf(link({ expiresAt: now }), now)).toBe('nothing');
    expect(sightOf(link({ withKeys: true, revokedAt: now }), now)).toBe('nothing');
  });

  it('is nothing once its maker is no author any more', () => {
    expect(sightOf(link({ maker: who({ role: 'learner' }) }), now)).toBe('nothing');
    expect(sightOf(link({ maker: who({ role: 'instructor' }) }), now)).toBe('nothing');
  });
});
