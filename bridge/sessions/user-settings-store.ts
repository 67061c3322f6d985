/** The settings that App Connect's client keeps for its user: theirs to read, kept as they came, sign-out or not. */
import { z } from 'zod';
import { AppointmentError } from '../../src/contract/failure';
import type { SqlDatabase, SqlQueries } from './database/sql-database';
import type { SecretBox } from './secret-box';

const settingsSchema = z.record(z.string(), z.unknown());

/** Like `{"showAppointmentsTab": {"customizable": true, "value": true}}`. */
export type UserSettings = Readonly<z.infer<typeof settingsSchema>>;

export interface UserSettingsChange {
  readonly set: UserSettings;
  /** Names of settings to forget. */
  readonly remove: readonly string[];
}

export interface UserSettingsStore {
  /** @param userId of the session */
  read(userId: string): Promise<UserSettings>;
  /**
   * Gives the settings as they are then.
   * @throws AppointmentError invalid_request when they would be more than 256 KB
   */
  change(userId: string, change: UserSettingsChange): Promise<UserSettings>;
}

export interface UserSettingsStoreOptions {
  readonly database: SqlDatabase;
  readonly box: SecretBox;
}

const MAX_TEXT_LENGTH = 256 * 1024;

/** Made and locked at once: two first changes at the same time would both find nothing to lock. */
const LOCK_ROW = `insert into user_settings (id, sealed) values ($1, $2)
  on conflict (id) do update set id = excluded.id returning sealed`;

const rowsSchema = z.array(z.object({ sealed: z.string() }));

const rowOf = (userId: string): string => `user_settings/${userId}`;

export const createUserSettingsStore = ({ database, box }: UserSettingsStoreOptions): UserSettingsStore => {
  const open = (userId: string, sealed: string): UserSettings => {
    const text = box.open(sealed, rowOf(userId));
    return text === undefined ? {} : settingsSchema.parse(JSON.parse(text));
  };
  const seal = (userId: string, settings: UserSettings): string => {
    const text = JSON.stringify(settings);
    if (text.length > MAX_TEXT_LENGTH) {
      throw new AppointmentError('invalid_request', 'These are more settings than can be kept.');
    }
    return box.seal(text, rowOf(userId));
  };

  const readLocked = async ({ query }: SqlQueries, userId: string): Promise<UserSettings> => {
    const [row] = rowsSchema.parse(await query(LOCK_ROW, [userId, seal(userId, {})]));
    return row ? open(userId, row.sealed) : {};
  };

  const change: UserSettingsStore['change'] = (userId, { set, remove }) =>
    database.transaction(async (queries) => {
      const merged = Object.entries({ ...(await readLocked(queries, userId)), ...set });
      const settings = Object.fromEntries(merged.filter(([name]) => !remove.includes(name)));
      await queries.query('update user_settings set sealed = $2 where id = $1', [
        userId,
        seal(userId, settings),
      ]);
      return settings;
    });

  return {
    read: async (userId) => {
      const rows = await database.query('select sealed from user_settings where id = $1', [userId]);
      const [row] = rowsSchema.parse(rows);
      if (!row) return {};
      // Settings are rarely changed: without this, those of before would go with the secret of before.
      return box.isCurrent(row.sealed) ? open(userId, row.sealed) : change(userId, { set: {}, remove: [] });
    },
    change,
  };
};
