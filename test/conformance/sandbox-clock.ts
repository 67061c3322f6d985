/** When and where the sandboxes of the conformance suite are: nothing in it depends on today. */

/** A Monday, ten in the morning in Los Angeles, six days before the clocks change there. */
export const sandboxNowMs = Date.parse('2026-03-02T18:00:00Z');

export const sandboxTimeZone = 'America/Los_Angeles';
