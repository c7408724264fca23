import { describe, expect, it } from 'vitest';
import { changesState, refusalOf } from '@/lib/server/state-change';

const here = 'https://learn.example.org';
const json = 'application/json; charset=utf-8';
const form = 'application/x-www-form-urlencoded';

describe('refusalOf', () => {
  it.each([
    ['/api/answers', { origin: here, 'content-type': json }],
    ['/api/auth/callback/credentials', { origin: here, 'content-type': form }],
    ['/api/forms/answer', { origin: here, 'content-type': form }],
    ['/api/lti/deep-link', { origin: here, 'content-type': form }],
    ['/en/sign-up', { origin: here, 'content-type': 'multipart/form-data; boundary=x' }],
  ])('lets %s in from a page of this site', (path, headers) => {
    expect(refusalOf(path, headers, here)).toBeNull();
  });

  it.each([
    undefined,
    'null',
    'https://evil.example',
    'http://learn.example.org',
    'https://learn.example.org.evil.example',
    'https://learn.example.org:8443',
  ])('refuses origin %s, whatever is called', (origin) => {
    for (const path of ['/api/answers', '/api/auth/signout', '/api/forms/answer', '/en/sign-in'])
      expect(refusalOf(path, { origin, 'content-type': json }, here)).toEqual({ status: 403, code: 'origin' });
  });

  it.each([undefined, form, 'text/plain', 'text/plain; application/json', 'application/jsonp'])(
    'refuses %s where JSON is wanted, for a foreign form can send it',
    (type) => {
      expect(refusalOf('/api/answers', { origin: here, 'content-type': type }, here)).toEqual({
        status: 415,
        code: 'content-type',
      });
    },
  );
});

describe('changesState', () => {
  it('holds everything but reading for a change', () => {
    expect(['GET', 'HEAD', 'OPTIONS'].map(changesState)).toEqual([false, false, false]);
    expect(['POST', 'PUT', 'DELETE', 'PATCH', 'BREW'].map(changesState)).toEqual([true, true, true, true, true]);
  });

  it.each([undefined, 'null', 'https://lms.example.edu'])(
    'lets a launch in from a learning platform, origin %s, and nothing else of lib/lti',
    (origin) => {
      for (const path of ['/api/lti/login', '/api/lti/launch'])
        expect(refusalOf(path, { origin, 'content-type': form }, here)).toBeNull();
      for (const path of ['/api/lti/deep-link', '/api/lti/login/', '/api/lti/launch/x', '/api/lti/register'])
        expect(refusalOf(path, { origin, 'content-type': form }, here)).toEqual({ status: 403, code: 'origin' });
    },
  );
});
