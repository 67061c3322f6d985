/** Status of an appointment as a shape and a word; colour only repeats them. */
import type { AppointmentStatus } from '../../../../src/contract/appointment-status';

export const statusTexts = {
  scheduled: 'Scheduled',
  tentative: 'Tentative',
  confirmed: 'Confirmed',
  cancelled: 'Cancelled',
  completed: 'Completed',
} as const satisfies Record<AppointmentStatus, string>;

export const statusShapes = {
  scheduled: '○',
  tentative: '◐',
  confirmed: '✓',
  cancelled: '✕',
  completed: '■',
} as const satisfies Record<AppointmentStatus, string>;

export const StatusChip = ({ status }: { readonly status: AppointmentStatus }) => (
  <span class={`chip chip-${status}`}>
    <span aria-hidden="true">{statusShapes[status]}</span> {statusTexts[status]}
  </span>
);
