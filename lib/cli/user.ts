import { randomUUID } from 'node:crypto';
import { Argument, type Command, Option } from 'commander';
import { findAccount, insertAccount, listAccounts, setRole } from '@/lib/auth/learner-store';
import { type Login, parseDisplayName, parseLogin } from '@/lib/auth/login';
import { resetAddress } from '@/lib/auth/reset';
import { HANDED_MINUTES, insertResetLink } from '@/lib/auth/reset-link-store';
import { type Role, roles } from '@/lib/auth/role';
import { siteOrigin } from '@/lib/auth/site-origin';
import { openDatabase } from '@/lib/db/database';
import { pool } from '@/lib/db/pool';
import { env } from '@/lib/env';
import { accountWords } from '@/lib/words/account';

/** Used wrongly, or there is no such account: one sentence and no stack. */
class UserFault extends Error {
  override name = 'UserFault';
}

export function register(program: Command): void {
  const user = program.command('user').description('make accounts, give roles, hand over links for a new password');
  user
    .command('create')
    .argument('<login>', 'a name or an e-mail address')
    .option('--name <name>', 'what others see')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).default('learner'))
    .description('make an account; prints a link, good once and for a day, at which its owner chooses a password')
    .action(create);
  user
    .command('role')
    .argument('<login>', 'a name or an e-mail address')
    .addArgument(new Argument('<role>').choices(roles))
    .description('give an account another role; holds from its next request')
    .action(role);
  user
    .command('reset')
    .argument('<login>', 'a name or an e-mail address')
    .description('print a link, good once and for a day, at which a new password is chosen')
    .action(reset);
  user.command('list').description('all accounts: login, role, name').action(list);
}

async function create(login: string, options: { name?: string; role: Role }): Promise<void> {
  const parsed = readLogin(login);
  const name = parseDisplayName(options.name ?? login.split('@')[0] ?? login) ?? parsed.login;
  const email = parsed.kind === 'email' ? parsed.login : null;
  await withDatabase(async () => {
    const id = randomUUID();
    const made = await insertAccount(pool(), {
      id,
      login: parsed.login,
      email,
      name,
      passwordHash: null,
      role: options.role,
    });
    if (!made) throw new UserFault(`${parsed.login} exists already; \`user reset\` makes a link for it.`);
    console.log(`${parsed.login} exists now, as ${options.role}.`);
    await printLink(id);
  });
}

async function role(login: string, wanted: Role): Promise<void> {
  await withDatabase(async () => {
    await setRole(await find(login), wanted);
    console.log(`${readLogin(login).login} is ${wanted} now.`);
  });
}

async function reset(login: string): Promise<void> {
  await withDatabase(async () => printLink(await find(login)));
}

async function list(): Promise<void> {
  await withDatabase(async () => {
    const accounts = await listAccounts();
    const width = Math.max(0, ...accounts.map((account) => account.login.length));
    for (const { login, role, name } of accounts)
      console.log(`${login.padEnd(width)}  ${role.padEnd(10)}  ${name ?? ''}`);
    if (accounts.length === 0) console.log('No accounts yet: `user create <login> --role admin` makes the first.');
  });
}

async function printLink(learnerId: string): Promise<void> {
  const token = await insertResetLink(learnerId, HANDED_MINUTES);
  console.log('\nThis link works once, for a day; older links of this account have ended:\n');
  console.log(`  ${resetAddress(siteOrigin(), 'en', token)}`);
  console.log(`  ${resetAddress(siteOrigin(), 'zh', token)}  （中文）\n`);
}

async function find(login: string): Promise<string> {
  const account = await findAccount(readLogin(login));
  if (!account) throw new UserFault(`There is no account ${readLogin(login).login}; \`user list\` shows all.`);
  return account.id;
}

function readLogin(typed: string): Login {
  const parsed = parseLogin(typed);
  if (typeof parsed === 'string') throw new UserFault(`${JSON.stringify(typed)}: ${accountWords.en.faults[parsed]}`);
  return parsed;
}

/** Joins the running server, or starts the embedded one for as long as this takes. */
async function withDatabase(work: () => Promise<void>): Promise<void> {
  const database = await openDatabase(env());
  try {
    await work();
  } finally {
    await database.close();
  }
}
