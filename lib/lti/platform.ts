import { z } from 'zod';

/** A school's learning platform as it is registered here (LTI 1.3 §3.1.2). */
export type Platform = {
  readonly id: string;
  /** As administrators call it. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Where a launch is asked for (OIDC authentication), tokens are given, keys are published. */
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly keysUrl: string;
  /** The `aud` of what we sign to get a token; null: `tokenUrl`. */
  readonly tokenAudience: string | null;
  /** A deployment that was never heard of is taken; otherwise only those listed. */
  readonly takesAnyDeployment: boolean;
};

const address = z.url({ protocol: /^https?$/ }).max(2_000);

/** What an administrator writes down, or a platform says of itself. */
export const newPlatformSchema = z.object({
  name: z.string().trim().min(1).max(200),
  issuer: z.string().trim().min(1).max(2_000),
  clientId: z.string().trim().min(1).max(500),
  authUrl: address,
  tokenUrl: address,
  keysUrl: address,
  tokenAudience: z.string().trim().min(1).max(2_000).nullable(),
  takesAnyDeployment: z.boolean(),
});

export type NewPlatform = z.infer<typeof newPlatformSchema>;

/** Where one platform's learners are kept among the accounts of elsewhere: by its issuer, within which `sub` is one person for ever (OIDC §2). */
export const externalProvider = (platform: Pick<Platform, 'issuer'>) => `lti:${platform.issuer}`;
