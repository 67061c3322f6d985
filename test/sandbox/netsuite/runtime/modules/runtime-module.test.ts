import { createScriptHarness, user } from '../script-harness';

const harness = createScriptHarness();

describe('N/runtime', () => {
  it('tells who calls, with the preferences of the user', () => {
    const body = `const u = runtime.getCurrentUser();
      return [u.id, u.name, u.roleId, u.getPreference({ name: 'TIMEZONE' }), u.getPreference('dateformat'),
        u.getPreference({ name: 'TIMEFORMAT' }), u.getPreference({ name: 'LANGUAGE' })];`;
    expect(harness.value(body)).toEqual([
      1,
      'Anna Adler',
      'customrole_caller',
      'America/New_York',
      'M/D/YYYY',
      'h:mm a',
      null,
    ]);
  });

  it('tells what the role may do', () => {
    const body = `const u = runtime.getCurrentUser();
      return [u.getPermission({ name: 'LIST_EVENT' }) === runtime.Permission.EDIT, u.getPermission('LIST_CONTACT')];`;
    expect(harness.value(body, { user: { ...user, permissions: { LIST_EVENT: 'EDIT' } } })).toEqual([
      true,
      0,
    ]);
    expect(harness.value(body)).toEqual([false, 4]);
  });

  it('tells the script, the account and the features', () => {
    const body = `const script = runtime.getCurrentScript();
      return [script.id, script.deploymentId, script.getParameter({ name: 'a' }), runtime.accountId, runtime.envType,
        runtime.executionContext === runtime.ContextType.RESTLET, runtime.isFeatureInEffect({ feature: 'CRM' }),
        runtime.isFeatureInEffect({ feature: 'WMSSYSTEM' })];`;
    expect(harness.value(body)).toEqual([
      'customscript_test',
      'customdeploy_test',
      null,
      'TSTDRV1234567',
      'PRODUCTION',
      true,
      true,
      false,
    ]);
  });

  it('keeps values of the session', () => {
    const body = `const session = runtime.getCurrentSession(); session.set({ name: 'a', value: 'b' });
      return [session.get({ name: 'a' }), session.get({ name: 'c' })];`;
    expect(harness.value(body)).toEqual(['b', null]);
  });
});

describe('N/config', () => {
  it('loads the preferences of the user and the zone of the company', () => {
    const body = `const own = config.load({ type: config.Type.USER_PREFERENCES });
      const company = config.load({ type: config.Type.COMPANY_INFORMATION });
      return [own.getValue({ fieldId: 'TIMEZONE' }), own.getText('DATEFORMAT'), company.getValue('timezone')];`;
    expect(harness.value(body)).toEqual(['America/New_York', 'M/D/YYYY', 'America/Chicago']);
  });

  it('has no other page', () => {
    expect(harness.code('config.load({ type: config.Type.TAX_PERIODS });')).toBe('NOT_EMULATED');
  });
});

describe('N/query', () => {
  it('is there, but runs nothing', () => {
    expect(harness.code("query.runSuiteQL({ query: 'SELECT 1' });", { modules: ['query'] })).toBe(
      'NOT_EMULATED',
    );
  });
});
