import { fc } from '../../fast-check';
import { endpointOf } from '../../../bridge/http/request-endpoint';
import { pathOf } from '../../../bridge/http/vendor-path';

const baseUrl = 'https://rest.example/rest-services/e999';

describe('the endpoint of a request', () => {
  it.each([
    ['/services/rest/record/v1/calendarEvent', '/services/rest/record/v1/calendarEvent'],
    ['/services/rest/record/v1/calendarEvent/9876', '/services/rest/record/v1/calendarEvent/:id'],
    ['/services/rest/record/v1/calendarEvent/eid:a-key', '/services/rest/record/v1/calendarEvent/:id'],
    ['/services/rest/record/v1/calendarEvent/eid%3Aakey', '/services/rest/record/v1/calendarEvent/:id'],
    ['/services/rest/auth/oauth2/v1/token', '/services/rest/auth/oauth2/v1/token'],
    ['/api/v4/calendar_entries/123.json', '/api/v4/calendar_entries/:id.json'],
    ['/api/v4/users/who_am_i.json', '/api/v4/users/who_am_i.json'],
    ['/api/v4/contacts.json?query=Carl&page_token=s3cret', '/api/v4/contacts.json'],
    ['/entity/Appointment/55', '/entity/Appointment/:id'],
    ['/query/AppointmentAttendee', '/query/AppointmentAttendee'],
  ])('of %s is %s', (path, endpoint) => {
    expect(endpointOf({ baseUrl, path })).toBe(endpoint);
  });

  it('is the address itself where a vendor gave it whole', () => {
    expect(endpointOf({ baseUrl, path: '' })).toBe('/rest-services/:id');
  });

  it('names the RESTlet behind the address that all of them share', () => {
    const request = { baseUrl, path: '/app/site/hosting/restlet.nl', script: 'rc_get_timezone' };
    expect(endpointOf(request)).toBe('/app/site/hosting/restlet.nl rc_get_timezone');
  });

  it('shows nothing of an id with a digit or a mark in it', () => {
    const id = fc
      .string({ minLength: 1 })
      .filter((text) => !/^(\.{1,2}|v\d+|oauth2)$/i.test(text) && /[^a-z._-]/i.test(text));
    fc.assert(
      fc.property(id, (text) => {
        expect(endpointOf({ baseUrl, path: pathOf`/entity/Appointment/${text}` })).toMatch(
          /^\/entity\/Appointment\/:id(\.json)?$/,
        );
      }),
    );
  });
});
