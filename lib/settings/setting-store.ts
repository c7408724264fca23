import { type Actor, audit } from '@/lib/audit/audit-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import { readSettings, type SettingName, type Settings } from '@/lib/settings/settings';

export async function settings(): Promise<Settings> {
  const { rows } = await pool().query<{ name: string; value: unknown }>('SELECT name, value FROM setting');
  return readSettings(new Map(rows.map(({ name, value }) => [name, value])));
}

/** Changes one setting, and writes down what it was before. */
export async function changeSetting<Name extends SettingName>(
  name: Name,
  value: Settings[Name],
  actor: Actor,
): Promise<void> {
  const from = (await settings())[name];
  await transaction(async (client) => {
    await client.query(
      `INSERT INTO setting (name, value, changed_by) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by, changed_at = now()`,
      [name, JSON.stringify(value), actor.id ?? null],
    );
    await audit({ actor, action: 'setting-changed', subject: name, detail: { from, to: value } }, client);
  });
}
