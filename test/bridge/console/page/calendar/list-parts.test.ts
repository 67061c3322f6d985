import { daysOfParts, furtherPart, listParts } from '../../../../../bridge/console/page/calendar/list-parts';
import { addDays } from '../../../../../src/contract/time/day-range';

const partsOf = (view: Parameters<typeof listParts>[0]['view']) =>
  listParts({ view, today: '2026-11-21', weekStart: '2026-11-16' });

describe('the parts of a list', () => {
  it.each(['upcoming', 'past', 'timeline'] as const)(
    'of %s leave no day out, and ask for none twice',
    (view) => {
      const parts = partsOf(view).toSorted((one, other) => one.startDate.localeCompare(other.startDate));
      expect(parts.length).toBeGreaterThan(1);
      parts.slice(1).forEach((part, index) => {
        expect(part.startDate).toBe(addDays(parts[index]?.endDate ?? '', 1));
      });
    },
  );

  it.each(['upcoming', 'past', 'timeline'] as const)('of %s begin with what is around today', (view) => {
    const [first] = partsOf(view);
    expect(first && first.startDate <= '2026-11-21' && first.endDate >= '2026-11-21').toBe(true);
  });

  it('of a week have a day more at each end, for zones in which the days are other ones', () => {
    expect(partsOf('week')).toEqual([{ startDate: '2026-11-15', endDate: '2026-11-23' }]);
  });

  it('go on where they end: later, or earlier in what is past', () => {
    expect(furtherPart(partsOf('upcoming'), 'upcoming').startDate).toBe(
      addDays(daysOfParts(partsOf('upcoming')).endDate, 1),
    );
    expect(furtherPart(partsOf('past'), 'past').endDate).toBe(
      addDays(daysOfParts(partsOf('past')).startDate, -1),
    );
  });
});
