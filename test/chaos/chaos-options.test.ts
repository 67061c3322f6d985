import { readChaosOptions } from '../../tools/chaos/chaos-options';

describe('the options of a chaos run', () => {
  it('name operations, seed, share of faults and CRMs', () => {
    const args = ['--operations', '10000', '--seed', '42', '--faults', '0.5', '--crm', 'clio,bullhorn'];
    expect(readChaosOptions(args)).toEqual({
      operations: 10_000,
      seed: 42,
      faultShare: 0.5,
      platforms: ['clio', 'bullhorn'],
      kills: 4,
    });
  });

  it('are a thousand operations at 20 % with any seed in every CRM when left out', () => {
    const { seed, ...others } = readChaosOptions([]);
    expect(Number.isInteger(seed)).toBe(true);
    expect(others).toEqual({
      operations: 1000,
      faultShare: 0.2,
      platforms: ['netsuite', 'bullhorn', 'clio'],
      kills: 1,
    });
  });

  it.each([
    ['--operations', '0', '--operations takes a whole number from 1, not "0".'],
    ['--operations', 'many', '--operations takes a whole number from 1, not "many".'],
    ['--seed', '1.5', '--seed takes a whole number from 1 to 1000000, not "1.5".'],
    ['--faults', '20', '--faults takes a share from 0 to 0.9, not "20".'],
    [
      '--crm',
      'clio,sap',
      '--crm takes one or more of netsuite, bullhorn, clio with commas between them, not "sap".',
    ],
  ])('are refused by name: %s %s', (name, value, message) => {
    expect(() => readChaosOptions([name, value])).toThrow(message);
  });
});
