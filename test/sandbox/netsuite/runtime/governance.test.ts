import { fc } from '../../../fast-check';
import { createGovernance, unitCosts } from '../../../../sandbox/netsuite/runtime/governance';
import { calendarEvent, createScriptHarness } from './script-harness';

const events = Array.from({ length: 12 }, (_, index) => calendarEvent(String(100 + index)));
const harness = createScriptHarness({ events });
const sorted = "search.create({ type: 'calendarevent', columns: [{ name: 'internalid', sort: 'ASC' }] })";

describe('Usage units', () => {
  it('are counted per call as the help page lists them', () => {
    const body = `
      const left = [runtime.getCurrentScript().getRemainingUsage()];
      const note = () => left.push(runtime.getCurrentScript().getRemainingUsage());
      const definition = ${sorted}; note();
      const paged = definition.runPaged({ pageSize: 5 }); note();
      const page = paged.fetch({ index: 0 }); note();
      page.next(); note();
      definition.run().each(() => true); note();
      definition.run().getRange({ start: 0, end: 5 }); note();
      search.lookupFields({ type: 'employee', id: 1, columns: 'email' }); note();
      const record_ = record.load({ type: 'calendarevent', id: 100 }); note();
      record_.save(); note();
      record.submitFields({ type: 'calendarevent', id: 100, values: { title: 'New' } }); note();
      record.delete({ type: 'calendarevent', id: 100 }); note();
      config.load({ type: config.Type.USER_PREFERENCES }); note();
      format.format({ value: new Date(), type: format.Type.DATE }); note();
      return left;`;
    const left = harness.value(body);
    expect(left).toEqual([
      5_000, 5_000, 4_995, 4_990, 4_985, 4_975, 4_965, 4_964, 4_959, 4_949, 4_944, 4_934, 4_924, 4_924,
    ]);
  });

  it('are part of the outcome, with the number of searches', () => {
    const outcome = harness.run(`const paged = ${sorted}.runPaged(); paged.fetch({ index: 0 });`);
    expect(outcome.usage).toEqual({ units: 10, searches: 1 });
  });

  it('end the script when they run out', () => {
    const outcome = harness.run(`const paged = ${sorted}.runPaged(); for (;;) paged.fetch({ index: 0 });`);
    expect(outcome).toMatchObject({
      kind: 'threw',
      error: { code: 'SSS_USAGE_LIMIT_EXCEEDED' },
      usage: { units: 5_000 },
    });
  });

  it('end it although the script catches the error, and refuse every call until then', () => {
    const body = `
      const paged = ${sorted}.runPaged();
      try { paged.fetch({ index: 0 }); } catch (e) {}
      try { runtime.getCurrentUser(); log.audit('not written', ''); } catch (e) {}
      return 'done';`;
    const outcome = harness.run(body, { unitBudget: 9 });
    expect(outcome).toMatchObject({ error: { code: 'SSS_USAGE_LIMIT_EXCEEDED' }, usage: { units: 5 } });
    expect(harness.log()).toEqual([]);
  });

  it('never go below zero, whatever is charged', () => {
    const operations = fc.constantFrom(...(Object.keys(unitCosts) as (keyof typeof unitCosts)[]));
    fc.assert(
      fc.property(fc.array(operations), fc.nat(200), (charges, unitBudget) => {
        const governance = createGovernance({ unitBudget });
        let expected = 0;
        for (const operation of charges) {
          if (expected + unitCosts[operation] > unitBudget) {
            expect(() => governance.charge(operation)).toThrow('Usage Limit Exceeded');
            break;
          }
          governance.charge(operation);
          expected += unitCosts[operation];
        }
        expect(governance.usedUnits()).toBe(expected);
        expect(governance.remainingUnits()).toBe(unitBudget - expected);
      }),
    );
  });
});
