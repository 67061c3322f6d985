import { seededCalendarIds } from '../../../../sandbox/clio/seed/seed-firm';
import { dataOf, errorOf, openClio, type ClioClient, type Reply, type Row } from '../clio-client';

const week = 'from=2026-03-02T08:00:00Z&to=2026-03-31T07:00:00Z';
const weekly = {
  summary: 'Review',
  start_at: '2026-03-02T09:00:00-08:00',
  end_at: '2026-03-02T09:30:00-08:00',
  calendar_owner: { id: seededCalendarIds.maria },
  recurrence_rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO',
} as const;

describe('recurring entries', () => {
  let clio: ClioClient;
  beforeEach(async () => {
    clio = await openClio();
  });
  afterEach(() => clio.close());

  const create = async (data: object): Promise<string> =>
    String(dataOf(await clio.ask('calendar_entries.json', { method: 'POST', json: { data } }))['id']);
  const patch = (id: string, data: object): Promise<Reply> =>
    clio.ask(`calendar_entries/${id}.json?fields=id,summary,parent_calendar_entry_id`, {
      method: 'PATCH',
      json: { data },
    });
  const remove = (id: string): Promise<Reply> =>
    clio.ask(`calendar_entries/${id}.json`, { method: 'DELETE' });
  const expanded = async (fields = 'start_at'): Promise<Row[]> =>
    clio.listAll(`calendar_entries.json?expanded=true&${week}&fields=${fields}`);
  const starts = async (): Promise<string[]> => (await expanded()).map((row) => String(row['start_at']));

  it('are one row at their first start unless expanded', async () => {
    await create(weekly);
    const { data } = await clio.list('calendar_entries.json?fields=start_at,recurrence_rule');
    expect(data).toEqual([
      { start_at: '2026-03-02T09:00:00-08:00', recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' },
    ]);
    const later = await clio.list('calendar_entries.json?from=2026-03-09T00:00:00Z&to=2026-03-31T00:00:00Z');
    expect(later.data).toEqual([]);
  });

  it('keep their clock time across the change to daylight saving time', async () => {
    await create(weekly);
    expect(await starts()).toEqual([
      '2026-03-02T09:00:00-08:00',
      '2026-03-09T09:00:00-07:00',
      '2026-03-16T09:00:00-07:00',
      '2026-03-23T09:00:00-07:00',
      '2026-03-30T09:00:00-07:00',
    ]);
  });

  it('have occurrences with ids of their own, of the form the switch says, that can be read', async () => {
    const id = await create(weekly);
    const byDate = await expanded('id,parent_calendar_entry_id');
    expect(byDate[1]).toEqual({ id: `${id}-20260309`, parent_calendar_entry_id: Number(id) });
    clio.sandbox.setSwitches({ occurrenceIds: 'id-epoch' });
    const byEpoch = await expanded('id');
    expect(byEpoch[1]).toEqual({ id: `${id}:${Date.parse('2026-03-09T16:00:00Z') / 1000}` });
    expect(await clio.show(`calendar_entries/${String(byEpoch[1]?.['id'])}.json?fields=start_at`)).toEqual({
      start_at: '2026-03-09T09:00:00-07:00',
    });
    expect((await clio.ask(`calendar_entries/${id}-20260310.json`)).status).toBe(404);
  });

  it('page through their occurrences without losing one', async () => {
    await create({ ...weekly, recurrence_rule: 'FREQ=DAILY' });
    const rows = await clio.listAll(`calendar_entries.json?expanded=true&${week}&limit=4&fields=id`);
    expect(new Set(rows.map((row) => row['id'])).size).toBe(29);
  });

  it('are changed and deleted as a whole through the entry itself', async () => {
    const id = await create(weekly);
    await patch(id, { summary: 'Late review' });
    expect((await expanded('summary')).every((row) => row['summary'] === 'Late review')).toBe(true);
    expect((await remove(id)).status).toBe(204);
    expect(await expanded()).toEqual([]);
  });

  it('lose one occurrence by _deleted single, and all that follow by future', async () => {
    const id = await create(weekly);
    expect((await patch(`${id}-20260309`, { _deleted: 'single' })).status).toBe(200);
    expect(await starts()).toHaveLength(4);
    expect((await patch(`${id}-20260323`, { _deleted: 'future' })).status).toBe(200);
    expect(await starts()).toEqual(['2026-03-02T09:00:00-08:00', '2026-03-16T09:00:00-07:00']);
    expect((await patch(id, { _deleted: 'future' })).status).toBe(200);
    expect((await clio.ask(`calendar_entries/${id}.json`)).status).toBe(404);
  });

  it('take _deleted with DELETE instead, when the switch says so', async () => {
    const id = await create(weekly);
    clio.sandbox.setSwitches({ deletedFlagBelongsTo: 'delete' });
    const path = `calendar_entries/${id}-20260316.json?_deleted=future`;
    expect((await clio.ask(path, { method: 'DELETE' })).status).toBe(204);
    expect(await starts()).toHaveLength(2);
  });

  it.each([
    ['occurrence', 204, 4],
    ['series', 204, 0],
    ['refuse', 422, 5],
  ] as const)('DELETE of an occurrence with the switch %s', async (deleteOfOccurrence, status, left) => {
    clio.sandbox.setSwitches({ deleteOfOccurrence });
    const id = await create(weekly);
    expect((await remove(`${id}-20260309`)).status).toBe(status);
    expect(await starts()).toHaveLength(left);
  });

  it.each([
    ['occurrence', 200, 1],
    ['series', 200, 5],
    ['refuse', 422, 0],
  ] as const)('PATCH of an occurrence with the switch %s', async (patchOfOccurrence, status, changed) => {
    clio.sandbox.setSwitches({ patchOfOccurrence });
    const id = await create(weekly);
    const reply = await patch(`${id}-20260309`, { summary: 'Other' });
    expect(reply.status).toBe(status);
    const rows = await expanded('summary');
    expect(rows).toHaveLength(5);
    expect(rows.filter((row) => row['summary'] === 'Other')).toHaveLength(changed);
  });

  it('become single entries by an empty rule', async () => {
    const id = await create(weekly);
    await patch(id, { recurrence_rule: '' });
    expect(await starts()).toEqual(['2026-03-02T09:00:00-08:00']);
  });

  it.each([
    ['RRULE:FREQ=DAILY'],
    ['FREQ=HOURLY'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20260401'],
    ['FREQ=WEEKLY;BYDAY=XX'],
  ])('refuse the rule %s', async (recurrence_rule) => {
    const reply = await clio.ask('calendar_entries.json', {
      method: 'POST',
      json: { data: { ...weekly, recurrence_rule } },
    });
    expect(errorOf(reply)).toMatchObject({ status: 422, type: 'ArgumentError' });
  });
});
