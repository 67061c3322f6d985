/** The one question that zone arithmetic asks of its surroundings; answered by Intl in Node, by N/format in NetSuite. */
export interface ZoneClock {
  /**
   * Offset of local time from UTC at an instant, in minutes east of Greenwich (Los Angeles in July: -420).
   * @throws RangeError for a zone that is not known
   */
  offsetMinutesAt(epochMs: number, timeZone: string): number;
}
