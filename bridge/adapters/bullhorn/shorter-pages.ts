/** Reads a page that is too large for one answer as a shorter one: the rows after it belong to the next page. */
import { AppointmentError } from '../../../src/contract/failure';
import type { ReadRowPage } from './query-pages';

/** More than `bridge/http` takes in of one answer: long descriptions add up. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof AppointmentError && error.details.upstream?.code === 'RESPONSE_TOO_LARGE';

/** One row would do no longer: a list without a total is read on from the last row of the page before. */
const SHORTEST_PAGE = 2;

/** @throws AppointmentError upstream_invalid where not even the shortest page fits */
export const withShorterPages =
  <Row>(readPage: ReadRowPage<Row>): ReadRowPage<Row> =>
  async (start, count) => {
    try {
      return await readPage(start, count);
    } catch (error) {
      if (count <= SHORTEST_PAGE || !isTooLarge(error)) throw error;
      return withShorterPages(readPage)(start, Math.max(SHORTEST_PAGE, Math.ceil(count / 2)));
    }
  };
