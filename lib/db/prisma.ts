import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/db/generated/client';
import { pool } from '@/lib/db/pool';
import { sharedConnection } from '@/lib/db/shared-connection';

/** The process's one Prisma client, on the same connections as `pool()`. For ordinary reads and writes; hot paths use the pool. */
export function prisma(): PrismaClient {
  const shared = sharedConnection();
  shared.prisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return shared.prisma;
}
