/** Cancels an appointment, which is its soft deletion in Bullhorn: the invitees' copies first, then the appointment. */
import { AppointmentError } from '../../../src/contract/failure';
import { requireVersion } from '../../../src/contract/required-version';
import { isAmbiguous, settleAmbiguousWrite } from '../../idempotency/settle-ambiguous-write';
import { checkedId } from '../appointment-id';
import type { CalendarContext, CancelOptions, SavedAppointment } from '../calendar-adapter';
import { childrenWhere } from './appointment-query';
import { readAppointment } from './appointment-reader';
import { BULLHORN_ID } from './bullhorn-id';
import type { BullhornDependencies } from './dependencies';
import { inParallel } from './in-parallel';
import { appointmentOf, type AppointmentContent } from './mapper';
import { statusOfRefusedSession } from './refused-session';
import { childRowSchema } from './schema';

/** "explicitly delete all the children before attempting to delete the root entity" (rest-api-docs, Entity). */
const childIdsOf = async (
  { client }: BullhornDependencies,
  context: CalendarContext,
  parentId: string,
): Promise<readonly string[]> => {
  const rows = await client.queryAll(context, 'Appointment', {
    where: childrenWhere(parentId),
    fields: 'id',
    readRow: (row) => childRowSchema.safeParse(row),
  });
  return rows.map((child) => {
    if (child.success) return child.data.id;
    throw new AppointmentError(
      'upstream_invalid',
      `The invitees of Bullhorn appointment ${parentId} cannot be read, so nothing was cancelled. Cancel it in Bullhorn.`,
    );
  });
};

/** Tenants differ in whether what is deleted can be read. */
const isDeleted = async (
  { client }: BullhornDependencies,
  context: CalendarContext,
  id: string,
): Promise<boolean> => {
  try {
    return (await client.appointment(context, id)).isDeleted;
  } catch (error) {
    if (error instanceof AppointmentError && error.code === 'not_found') return true;
    throw error;
  }
};

interface Deletions {
  readonly deleted: number;
  /** The one that says most: of what may have been done all the same, nobody may say that it failed. */
  readonly failure: AppointmentError | undefined;
}

/** Begins no further one after a failure, and waits for those that were begun. */
const deleteEach = async (
  ids: readonly string[],
  softDelete: (id: string) => Promise<unknown>,
): Promise<Deletions> => {
  const failures: AppointmentError[] = [];
  let deleted = 0;
  await inParallel(ids, async (id) => {
    if (failures.length > 0) return;
    try {
      await softDelete(id);
      deleted += 1;
    } catch (error) {
      if (!(error instanceof AppointmentError)) throw error;
      failures.push(error);
    }
  });
  return { deleted, failure: failures.find(isAmbiguous) ?? failures[0] };
};

/** Soft-deletes in order, and says of a failure what was deleted before it. */
const deleteAll = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  content: AppointmentContent,
  { childIds, ifVersion }: { readonly childIds: readonly string[]; readonly ifVersion: string | undefined },
): Promise<void> => {
  const softDelete = async (id: string): Promise<unknown> =>
    settleAmbiguousWrite<unknown>({
      write: async () => dependencies.client.updateAppointment(context, id, { isDeleted: true }),
      find: async () => ((await isDeleted(dependencies, context, id)) ? 'deleted' : undefined),
    });
  const { deleted, failure: ofChild } = await deleteEach(childIds, softDelete);
  const failure = ofChild ?? (await deleteEach([content.id], softDelete)).failure;
  if (!failure) return;
  if (deleted === 0) throw failure;
  throw new AppointmentError(
    'partial_write',
    `Bullhorn cancelled the appointment for ${deleted} of ${childIds.length} invited users, but not the appointment itself. Cancel it again to complete this.`,
    {
      cause: failure,
      details: {
        ...failure.details,
        ...statusOfRefusedSession([failure], ifVersion),
        appointment: appointmentOf(content),
      },
    },
  );
};

/** As Bullhorn shows it now, which may be not at all: tenants differ in whether what is deleted can be read. */
const cancelledContent = async (
  { client }: BullhornDependencies,
  context: CalendarContext,
  content: AppointmentContent,
): Promise<AppointmentContent> => {
  try {
    const { dateLastModified } = await client.appointment(context, content.id);
    return { ...content, status: 'cancelled', version: dateLastModified };
  } catch {
    return { ...content, status: 'cancelled', version: '' };
  }
};

/**
 * Cancelling what is cancelled changes nothing and succeeds.
 * @throws AppointmentError conflict (412), before anything is sent, for another version than the caller's
 */
export const cancelAppointment = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  id: string,
  { ifVersion, mayBeDone }: CancelOptions = {},
): Promise<SavedAppointment> => {
  const appointmentId = checkedId(id, BULLHORN_ID, 'appointmentId');
  const { content } = await readAppointment(dependencies, context, appointmentId);
  const isDone = content.status === 'cancelled';
  if (!isDone || !mayBeDone) requireVersion(appointmentOf(content), ifVersion);
  if (isDone) return { appointmentId: content.id, appointment: appointmentOf(content) };
  const childIds = await childIdsOf(dependencies, context, content.id);
  await deleteAll(dependencies, context, content, { childIds, ifVersion });
  const cancelled = await cancelledContent(dependencies, context, content);
  return { appointmentId: content.id, appointment: appointmentOf(cancelled) };
};
