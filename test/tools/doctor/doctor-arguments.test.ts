import { readDoctorArguments } from '../../../tools/doctor/doctor-arguments';

describe('the command line of the doctor', () => {
  it('means the sandbox of all three where nothing is said', () => {
    expect(readDoctorArguments([]).targets).toEqual([
      { platform: 'netsuite', account: 'sandbox' },
      { platform: 'bullhorn', account: 'sandbox' },
      { platform: 'clio', account: 'sandbox' },
    ]);
  });

  it('takes an account for each CRM that is named, and no other', () => {
    const { targets } = readDoctorArguments(['--netsuite', '1234567', '--clio=eu.app.clio.com']);
    expect(targets).toEqual([
      { platform: 'netsuite', account: '1234567' },
      { platform: 'clio', account: 'eu.app.clio.com' },
    ]);
  });

  it('reads words, numbers and truth values of switches', () => {
    const turn = (text: string) => readDoctorArguments(['--bullhorn', 'sandbox', '--turn', text]).turns;
    expect(turn('ownerOnWrite=ignore')).toEqual([
      { platform: 'bullhorn', name: 'ownerOnWrite', value: 'ignore' },
    ]);
    expect(turn('bullhorn.unknownFieldStatus=404')[0]?.value).toBe(404);
    expect(turn('refreshTokens=false')[0]?.value).toBe(false);
  });

  it.each([
    [['--turn', 'pkce=ignored'], /must begin with the CRM: netsuite, bullhorn, clio/],
    [['--clio', 'sandbox', '--turn', 'pkce'], /must be like --turn/],
    [['--clio', 'app.clio.com', '--turn', 'pkce=ignored'], /--clio names an account/],
    [['--clio', 'sandbox', '--turn', 'bullhorn.pkce=ignored'], /must begin with the CRM: clio/],
    [['--salesforce', 'x'], /--salesforce/],
    [['--netsuite'], /--netsuite/],
  ])('refuses %j in clear words', (args, message) => {
    expect(() => readDoctorArguments(args)).toThrow(message);
  });
});
