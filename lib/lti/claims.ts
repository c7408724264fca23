import { z } from 'zod';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim';
const line = z.string().max(2_000);
const text = z.string().max(20_000);

/** `{ … }` whatever else stands in it: platforms add what they like. */
const address = z.url({ protocol: /^https?$/ }).max(2_000);

/** The claims of an id_token that we read (LTI 1.3 §5.3, §5.4). The outer ones (`iss`, `aud`, `exp`, …) are the token's own and are checked with its signature. */
export const claimsSchema = z.object({
  sub: z.string().min(1).max(255).optional(),
  name: line.nullish(),
  given_name: line.nullish(),
  family_name: line.nullish(),
  nonce: line,
  azp: line.optional(),
  [`${CLAIM}/message_type`]: line,
  [`${CLAIM}/version`]: line,
  [`${CLAIM}/deployment_id`]: z.string().min(1).max(255),
  [`${CLAIM}/target_link_uri`]: line.optional(),
  [`${CLAIM}/roles`]: z.array(line).max(200).optional(),
  [`${CLAIM}/context`]: z
    .object({ id: z.string().min(1).max(255), title: text.nullish(), label: text.nullish() })
    .nullish(),
  [`${CLAIM}/resource_link`]: z.object({ id: z.string().min(1).max(255), title: text.nullish() }).nullish(),
  [`${CLAIM}/custom`]: z.record(z.string(), z.unknown()).nullish(),
  [`${CLAIM}/launch_presentation`]: z.object({ locale: line.nullish() }).nullish(),
  'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': z
    .object({
      deep_link_return_url: address,
      accept_types: z.array(line).max(50),
      accept_multiple: z.boolean().nullish(),
      accept_lineitem: z.boolean().nullish(),
      data: z.string().max(50_000).nullish(),
    })
    .nullish(),
  'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': z
    .object({ scope: z.array(line).max(20), lineitems: address.nullish(), lineitem: address.nullish() })
    .nullish(),
  'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': z
    .object({ context_memberships_url: address })
    .nullish(),
});

type Claims = z.infer<typeof claimsSchema>;

/** The claims under short names. */
export function named(claims: Claims) {
  return {
    subject: claims.sub,
    name: fullName(claims),
    nonce: claims.nonce,
    azp: claims.azp,
    messageType: claims[`${CLAIM}/message_type`],
    version: claims[`${CLAIM}/version`],
    deploymentId: claims[`${CLAIM}/deployment_id`],
    targetLinkUri: claims[`${CLAIM}/target_link_uri`],
    roles: claims[`${CLAIM}/roles`] ?? [],
    context: claims[`${CLAIM}/context`],
    resourceLink: claims[`${CLAIM}/resource_link`],
    custom: claims[`${CLAIM}/custom`] ?? {},
    locale: claims[`${CLAIM}/launch_presentation`]?.locale,
    deepLinking: claims['https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings'],
    grades: claims['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'],
    members: claims['https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice'],
  };
}

/** Platforms may withhold names altogether. */
function fullName({ name, given_name, family_name }: Claims): string | null {
  return name?.trim() || [given_name, family_name].filter(Boolean).join(' ').trim() || null;
}
