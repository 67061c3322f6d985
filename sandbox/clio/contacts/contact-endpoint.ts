/** `/api/v4/contacts`: the people and companies a firm deals with, to be found and read. */
import type { Router } from 'express';

import { apiHandler, type ApiCall, type ApiOptions } from '../api/api-call';
import { orderBy } from '../api/list-page';
import { sendList } from '../api/list-reply';
import { selectedFields, sendShow } from '../api/show-reply';
import { notFound } from '../clio-error';
import { entityTag } from '../entity-tag';
import type { Contact } from '../entities';
import { contactFilters } from './contact-filters';
import { contactResource } from './contact-resource';

function listContacts(call: ApiCall): void {
  const filters = contactFilters(call);
  const contacts = [...call.reader.state.contacts.values()].filter((contact) =>
    filters.every((fits) => fits(contact)),
  );
  const order = orderBy<Contact>(call.query, { id: ({ id }) => id, name: ({ name }) => name });
  sendList(call, contactResource, contacts, order);
}

function showContact(call: ApiCall): void {
  const contact = call.reader.state.contacts.get(Number(call.id));
  if (contact === undefined) throw notFound();
  const etag = entityTag('Contact', contact.id, contact.version);
  const selection = selectedFields(call, contactResource);
  sendShow(call, contactResource, contact, { etag, updatedAtMs: contact.updatedAtMs, selection });
}

export function addContactRoutes(router: Router, options: ApiOptions): void {
  options.ledger.register(
    router,
    {
      method: 'get',
      path: '/api/v4/contacts{.json}',
      status: 'partial',
      provenance: 'documented',
      source: 'OpenAPI Contact#index, without custom_field_ids, custom_field_values, shared_resource_id',
    },
    apiHandler(options, ['contacts', 'read'], listContacts),
  );
  options.ledger.register(
    router,
    {
      method: 'get',
      path: '/api/v4/contacts/:id{.json}',
      status: 'implemented',
      provenance: 'documented',
      source: 'OpenAPI Contact#show',
    },
    apiHandler(options, ['contacts', 'read'], showContact),
  );
}
