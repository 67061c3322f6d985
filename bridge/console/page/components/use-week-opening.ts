/** Opens a week at its working hours and at today, once: what somebody has scrolled to stays where it is. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { firstMinuteToShow } from '../calendar/week-opening';
import type { PlacedAppointment } from '../calendar/placed-appointment';
import type { WeekAxis } from '../calendar/week-axis';

interface Parts {
  readonly scroller: HTMLElement;
  readonly top: HTMLElement;
  readonly grid: HTMLElement;
}

const partsOf = (scroller: HTMLElement | null): Parts | undefined => {
  const top = scroller?.querySelector<HTMLElement>('.week-top');
  const grid = scroller?.querySelector<HTMLElement>('.week-grid');
  return scroller && top && grid ? { scroller, top, grid } : undefined;
};

/** Where not all days have room beside each other, today's comes first; Monday in the weeks without it. */
const showFirstDay = ({ scroller, top, grid }: Parts): void => {
  const today = top.querySelector<HTMLElement>('[aria-current=date]');
  const gutter = grid.querySelector<HTMLElement>('.week-gutter');
  scroller.scrollLeft = today && gutter ? today.offsetLeft - gutter.offsetWidth : 0;
};

/** On a small window most of the week lies below it; what leads to the week stays in sight above. */
const bringIntoSight = ({ scroller }: Parts): void => {
  const views = document.querySelector('.view-tabs');
  if (scroller.getBoundingClientRect().bottom > innerHeight) views?.scrollIntoView();
};

/** @param isLoaded whether the appointments of the week are all there @returns for the element that scrolls */
export const useWeekOpening = (
  axis: WeekAxis,
  shown: readonly PlacedAppointment[],
  isLoaded: boolean,
): RefObject<HTMLDivElement | null> => {
  const scroller = useRef<HTMLDivElement>(null);
  const opened = useRef<{ readonly axis: WeekAxis; readonly isLoaded: boolean } | undefined>(undefined);
  useLayoutEffect(() => {
    const parts = partsOf(scroller.current);
    const known = opened.current?.axis === axis ? opened.current : undefined;
    if (!parts || known?.isLoaded || (known && !isLoaded)) return;
    const isFirst = opened.current === undefined;
    opened.current = { axis, isLoaded };
    const perMinute = parts.grid.offsetHeight / axis.totalMinutes;
    const fittingMinutes = (parts.scroller.clientHeight - parts.top.offsetHeight) / perMinute;
    parts.scroller.scrollTop = firstMinuteToShow(axis, shown, fittingMinutes) * perMinute;
    if (!known) showFirstDay(parts);
    if (isFirst) bringIntoSight(parts);
  }, [axis, isLoaded]);
  return scroller;
};
