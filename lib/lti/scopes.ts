/** What we ask platforms to be allowed (LTI Advantage). */
export const scopes = {
  lineItems: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  scores: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  members: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;

export type Scope = (typeof scopes)[keyof typeof scopes];
