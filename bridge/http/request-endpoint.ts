/** Which endpoint of a vendor a request goes to, without what identifies anybody: ids, keys and names are left out. */
import type { VendorRequest } from './vendor-request';

/** Words of an API and its versions. Whatever else stands in a path is taken for an id: a token, a number, a key. */
const API_WORD = /^(?:[a-z]+(?:[_-][a-z]+)*|v\d{1,2}|oauth2)(?:\.(?:json|nl))?$/i;
const FORMAT = /\.json$/;

const shownSegment = (segment: string): string =>
  segment === '' || API_WORD.test(segment) ? segment : `:id${FORMAT.exec(segment)?.[0] ?? ''}`;

/** Like `/services/rest/record/v1/calendarEvent/:id`, or `/app/site/hosting/restlet.nl rc_get_timezone`. */
export const endpointOf = (request: Pick<VendorRequest, 'baseUrl' | 'path' | 'script'>): string => {
  const { baseUrl, path, script } = request;
  const [address = ''] = path === '' ? [new URL(baseUrl).pathname] : path.split('?');
  const shown = address.split('/').map(shownSegment).join('/');
  return script === undefined ? shown : `${shown} ${script}`;
};
