import { Database, type Statement } from 'node-sqlite3-wasm';
import { createPreparedStatements } from '../../../../bridge/sessions/database/prepared-statements';

const open = () => {
  const engine = new Database(':memory:');
  const made: Statement[] = [];
  const prepare = engine.prepare.bind(engine);
  jest.spyOn(engine, 'prepare').mockImplementation((text) => {
    const statement = prepare(text);
    made.push(statement);
    return statement;
  });
  return {
    statements: createPreparedStatements(engine),
    made,
    inUse: () => made.filter(({ isFinalized }) => !isFinalized).length,
    close: () => engine.close(),
  };
};

describe('prepared statements', () => {
  it('are read once for each text', () => {
    const { statements, made } = open();
    expect(statements.run('select $1 as n', [1])).toEqual([{ n: 1 }]);
    expect(statements.run('select $1 as n', [2])).toEqual([{ n: 2 }]);
    expect(made).toHaveLength(1);
  });

  it('keep nothing of the values before', () => {
    const { statements } = open();
    statements.run('select $1 as n', ['before']);
    expect(statements.run('select $1 as n', [])).toEqual([{ n: null }]);
  });

  it('stay few, however many texts there are, and keep those that are used', () => {
    const { statements, made, inUse } = open();
    for (let number = 0; number < 200; number++) {
      statements.run(`select ${number} as n`, []);
      statements.run('select 0 as often', []);
    }
    expect(inUse()).toBe(64);
    expect(made).toHaveLength(201);
  });

  it('can be run again after they failed, and leave nothing behind', () => {
    const { statements, inUse } = open();
    statements.run('create table t (id text primary key)', []);
    const insert = (): unknown => statements.run("insert into t values ('1')", []);
    insert();
    const before = inUse();
    expect(insert).toThrow(/UNIQUE/);
    expect(insert).toThrow(/UNIQUE/);
    expect(inUse()).toBe(before - 1);
    statements.run('delete from t', []);
    expect(insert).not.toThrow();
  });

  it('are all given up in the end', () => {
    const { statements, inUse, close } = open();
    statements.run('select 1', []);
    statements.run('select 2', []);
    statements.finalize();
    expect(inUse()).toBe(0);
    close();
  });
});
