/** What App Connect's client has to know of each CRM's own pages: where they are, and how to open one. */
import type { ClioRegion } from '../bridge/sign-in/clio/region';
import type { Platform } from '../src/contract/operations';

interface CrmPages {
  readonly displayName: string;
  /** Where the client stands ready, and where it opens by itself; `*` stands for anything. */
  readonly urlIdentifier: string;
  readonly embedUrls: readonly string[];
  /** Kinds of people, in the words of the CRM's pages; the attendees of appointments have the same. */
  readonly contactTypes: readonly { readonly display: string; readonly value: string }[];
  /** Templates of addresses (ringcentral.github.io/rc-unified-crm-extension/developers/manifest, URL Template Tokens). */
  readonly contactPageUrl: string;
  readonly appointmentPageUrl: string;
}

export const crmPages = {
  netsuite: {
    displayName: 'NetSuite',
    urlIdentifier: '*.app.netsuite.com/app*',
    embedUrls: ['https://*.app.netsuite.com/*'],
    contactTypes: [
      { display: 'Customer', value: 'custjob' },
      { display: 'Contact', value: 'contact' },
      { display: 'Vendor', value: 'vendor' },
    ],
    contactPageUrl: 'https://{hostname}/app/common/entity/{contactType}.nl?id={contactId}',
    appointmentPageUrl: 'https://{hostname}/app/crm/calendar/event.nl?id={thirdPartyAppointmentId}',
  },
  bullhorn: {
    displayName: 'Bullhorn',
    urlIdentifier: 'app.bullhornstaffing.com',
    embedUrls: ['https://*.bullhornstaffing.com/*'],
    contactTypes: [
      { display: 'Candidate', value: 'Candidate' },
      { display: 'Contact', value: 'Contact' },
      { display: 'Lead', value: 'Lead' },
    ],
    // The OpenWindow links of rest-api-docs. That they open appointments, as they do people, is not documented.
    contactPageUrl:
      'https://www.bullhornstaffing.com/BullhornStaffing/OpenWindow.cfm?entity={contactType}&id={contactId}&view=Overview',
    appointmentPageUrl:
      'https://{atsUrl}/BullhornStaffing/OpenWindow.cfm?entity=Appointment&id={thirdPartyAppointmentId}&view=Overview',
  },
  clio: {
    displayName: 'Clio',
    urlIdentifier: '*app.clio.com',
    embedUrls: ['https://*.clio.com/*'],
    contactTypes: [{ display: 'Contact', value: 'Contact' }],
    contactPageUrl: 'https://{hostname}/nc/#/contacts/{contactId}',
    // Clio documents no address of a single entry: the calendar it is in.
    appointmentPageUrl: 'https://{hostname}/nc/#/calendars',
  },
} as const satisfies Record<Platform, CrmPages>;

export const clioRegionNames = {
  us: 'United States',
  eu: 'Europe',
  ca: 'Canada',
  au: 'Australia',
} as const satisfies Record<ClioRegion, string>;
