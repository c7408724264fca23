import { defineConfig } from 'prisma/config';

/** The Prisma CLI is used for `generate` only; migrations are applied by `handrail migrate` (see lib/db/README.md). */
export default defineConfig({ schema: '../prisma/schema.prisma' });
