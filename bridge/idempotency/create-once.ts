/**
 * Creates one record, whatever becomes of the answers: what may have been created already is looked for by its key
 * before anything is sent again.
 */
import { AppointmentError } from '../../src/contract/failure';
import { isAmbiguous } from './settle-ambiguous-write';

export interface Creation<Created, Found> {
  create(): Promise<Created>;
  /** By its key; undefined where the CRM has none. */
  find(): Promise<Found | undefined>;
  /**
   * Does the CRM itself refuse a second record with the key? Then it can be sent again whatever became of the first
   * request, and a refusal may mean that an earlier one was successful.
   */
  readonly isKeyUnique: boolean;
}

export type OnceCreated<Created, Found> =
  | { readonly by: 'this-request'; readonly created: Created }
  /** Found after an answer of this request was lost, or made by an earlier one. */
  | { readonly by: 'this-request' | 'earlier-request'; readonly found: Found };

/** The CRM's own answer that it failed: no request of ours is still on its way. A gateway's (502, 504) is none. */
const isOver = ({ details }: AppointmentError): boolean =>
  details.upstream?.status === 500 || details.upstream?.status === 503;

/** @throws `failure` where it cannot be looked for */
const findOr = async <Found>(
  { find }: Pick<Creation<unknown, Found>, 'find'>,
  failure: unknown,
): Promise<Found | undefined> => {
  try {
    return await find();
  } catch {
    throw failure;
  }
};

/** May the CRM have such a record all the same? */
const mayBeThere = (failure: AppointmentError, isKeyUnique: boolean): boolean =>
  (isKeyUnique && failure.code === 'invalid_request') || isAmbiguous(failure);

/** @param lost the failure of the first request, if this is the second */
const createOrFind = async <Created, Found>(
  creation: Creation<Created, Found>,
  lost?: AppointmentError,
): Promise<OnceCreated<Created, Found>> => {
  const { create, isKeyUnique } = creation;
  try {
    return { by: 'this-request', created: await create() };
  } catch (error) {
    const failure = lost ?? error;
    if (!(error instanceof AppointmentError) || !mayBeThere(error, isKeyUnique)) throw failure;
    const found = await findOr(creation, failure);
    if (found !== undefined) return { by: isAmbiguous(failure) ? 'this-request' : 'earlier-request', found };
    if (lost || !isAmbiguous(error) || !(isKeyUnique || isOver(error))) throw failure;
    return createOrFind(creation, error);
  }
};

/**
 * Sends the request to create at most twice, and the second time only when the first has certainly created nothing or
 * the CRM would refuse the second.
 * @throws AppointmentError of the first request; ambiguous_write where it cannot be told whether it was successful
 */
export const createOnce = async <Created, Found>(
  creation: Creation<Created, Found>,
): Promise<OnceCreated<Created, Found>> => createOrFind(creation);
