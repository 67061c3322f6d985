import { readDatabaseSettings } from '../../bridge/database-settings';
import { createSettingReader } from '../../bridge/setting-reader';

const problemsOf = (url: string): readonly string[] => {
  const reader = createSettingReader({ DATABASE_URL: url });
  readDatabaseSettings(reader, 'live');
  return reader.problems;
};

describe('The address of Postgres', () => {
  it.each([
    'postgres://bridge:secret@db.example/bridge',
    'postgresql://db.example',
    'postgres://bridge:100%25%23%2F%3F%40@db.example:5432/bridge?sslmode=require',
    'postgres://bridge@127.0.0.1:54329/bridge?options=-c%20search_path%3Dbench',
    'postgres://bridge:secret@[::1]:5432/bridge',
    'postgres://bridge@%2Frun%2Fpostgresql/bridge',
    'postgres://bridge:secret@/bridge?host=/cloudsql/project:region:instance',
    'postgres:///bridge?host=/run/postgresql',
    `postgres://bridge@db.example/bridge?sslmode=verify-full&sslrootcert=${__filename}`,
  ])('may be %s', (url) => {
    expect(problemsOf(url)).toEqual([]);
  });

  it.each([
    ['another scheme', 'mysql://user:SECRET@x'],
    ['nothing but the scheme', 'postgres://'],
    ['no host', 'postgres:///bridge'],
    ['a port that is none', 'postgres://user:SECRET@db.example:99999/bridge'],
    ['a bare % in the password', 'postgres://user:SECRET%@db.example/bridge'],
    ['a bare % before two letters', 'postgres://user:SECRET%zz@db.example/bridge'],
    ['a bare # in the password', 'postgres://user:SECRET#1@db.example/bridge'],
    ['a bare / in the password', 'postgres://user:SECRET/1@db.example/bridge'],
    ['a bare ? in the password', 'postgres://user:SECRET?1@db.example/bridge'],
    ['a bare # after digits, as if they were the port', 'postgres://SECRET:12#34@db.example/bridge'],
    ['a bare / after digits, as if they were the port', 'postgres://SECRET:12/34@db.example/bridge'],
    ['a bare ? after digits, as if they were the port', 'postgres://SECRET:12?34@db.example/bridge'],
    ['a bare / after an @, as if what is between were the host', 'postgres://user:1@SECRET/34@db.example/x'],
    ['a bare # in the name of the database', 'postgres://user:SECRET@db.example/bridge#1'],
  ])('is refused with %s, and what to write instead, but nothing of what was given', (_what, url) => {
    const problems = problemsOf(url);
    expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL must be like postgres:.*% as %25/)]);
    expect(problems.join()).not.toMatch(/SECRET|db\.example/);
  });

  it.each(['sslrootcert', 'sslcert', 'sslkey'])('is refused with a file as %s that is not there', (name) => {
    expect(problemsOf(`postgres://user:SECRET@db.example/bridge?${name}=/nowhere/SECRET.pem`)).toEqual([
      `DATABASE_URL names a file as ${name} that cannot be read (ENOENT).`,
    ]);
  });
});
