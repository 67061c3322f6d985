/** The fields of a Matter, as far as an entry shows them. */
import { noValue, type ResourceType } from '../api/resource-type';
import { stampFields } from '../api/stamp-fields';
import type { Matter } from '../entities';

export const matterResource: ResourceType<Matter> = {
  name: 'Matter',
  scalars: {
    ...stampFields<Matter>('Matter', ({ id }) => id),
    number: (matter) => Number(matter.displayNumber.slice(0, 5)),
    display_number: (matter) => matter.displayNumber,
    custom_number: noValue,
    currency: noValue,
    description: (matter) => matter.description,
    status: () => 'Open',
    location: noValue,
    client_reference: noValue,
    client_id: noValue,
    billable: () => true,
    maildrop_address: noValue,
    billing_method: () => 'hourly',
    open_date: noValue,
    close_date: noValue,
    pending_date: noValue,
    shared: () => false,
    has_tasks: () => false,
    last_activity_date: noValue,
    matter_stage_updated_at: noValue,
  },
  nested: {},
};
