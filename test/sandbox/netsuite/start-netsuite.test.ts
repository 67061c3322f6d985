import { startNetSuite } from '../../../sandbox/netsuite/start-netsuite';

const calendarText = `BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Demo
DTSTART:20190317T150000Z
DTEND:20190317T160000Z
END:VEVENT
END:VCALENDAR`;

describe('the NetSuite account of the sandbox program', () => {
  it('announces its address and its users, and is filled again from the file by a reset', async () => {
    const vendor = await startNetSuite({ port: 0, calendarText, suiteAppFolder: 'nowhere' });
    expect(vendor.announcement).toMatchObject({
      baseUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      accountId: 'TSTDRV1234567',
      hostname: 'tstdrv1234567.app.netsuite.com',
      oauth: { clientId: 'netsuite-sandbox-client', clientSecret: 'netsuite-sandbox-secret' },
    });
    expect(vendor.announcement).toHaveProperty(
      'authorizeBaseUrl',
      Object.entries(vendor.announcement).find(([name]) => name === 'baseUrl')?.[1],
    );
    expect(vendor.announcement).toHaveProperty('users.0', {
      id: '101',
      name: 'Maya Delgado',
      timeZone: 'America/Los_Angeles',
      dateFormat: 'M/D/YYYY',
      timeFormat: 'h:mm a',
      token: 'sandbox-token-101',
    });
    expect(vendor.notes).toEqual([
      expect.stringMatching(/^What ended long ago was moved by \d+ weeks/),
      'Events of the file that are in the calendar: 1.',
    ]);
    const baseUrl = 'baseUrl' in vendor.announcement ? String(vendor.announcement.baseUrl) : '';
    await fetch(`${baseUrl}/_sandbox/reset`, { method: 'POST' });
    const query = new URLSearchParams({ q: 'title IS Demo' });
    const reply = await fetch(`${baseUrl}/services/rest/record/v1/calendarEvent?${query.toString()}`, {
      headers: { authorization: 'Bearer sandbox-token-101' },
    });
    expect(await reply.json()).toMatchObject({ totalResults: 1 });
    await vendor.close();
  });

  it('does not start with a file that is no calendar', async () => {
    const options = { port: 0, calendarText: 'hello', suiteAppFolder: 'nowhere' };
    await expect(startNetSuite(options)).rejects.toThrow('not an iCalendar file');
  });
});
