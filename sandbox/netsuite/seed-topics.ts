/** What the meetings of the seeded month are about: titles, places and messages of a sales team. */

/** `{who}` stands for the name of the main guest. */
export const salesTitles = [
  'Discovery call: {who}',
  'Product demo for {who}',
  'Pricing talk – {who}',
  'Contract review with {who}',
  'Quarterly business review – {who}',
  'Onboarding kick-off: {who}',
  'Renewal 2nd call ({who})',
  'Lunch & learn at {who}',
] as const;

export const vendorTitles = ['Vendor sync: {who}', 'Delivery dates with {who}'] as const;

export const teamTitles = [
  'Forecast review',
  'Pipeline clean-up',
  '1:1 with {who}',
  'Handover to {who}',
] as const;

export const privateTitles = ['Dentist', 'Parent-teacher evening', 'Flat viewing'] as const;

export const allDayTitles = ['Out of office', 'Inventory count', 'Public holiday'] as const;

export const locations = ['Zoom', 'Room Fjord', 'Phone', 'At the customer’s', ''] as const;

export const messages = [
  '',
  '',
  'Bring the signed offer.',
  '<p>Agenda</p><ul><li>Open points</li><li>Prices &amp; terms</li></ul>',
  'Line one<br>Line two &ndash; see <a href="https://halden-audio.example/offer?id=7&amp;v=2">the offer</a>',
  '<div><b>Notes:</b> budget &lt; 20&nbsp;k€, decision in Q3 😀</div>',
] as const;
