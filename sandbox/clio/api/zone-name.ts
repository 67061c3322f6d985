/** Names a zone as the switch `timeZoneNames` says. */
import type { ClioSwitches } from '../switches';

/** ActiveSupport::TimeZone::MAPPING of Ruby on Rails, for the zones of the seed. */
const railsNames: Readonly<Record<string, string>> = {
  'America/Los_Angeles': 'Pacific Time (US & Canada)',
  'America/New_York': 'Eastern Time (US & Canada)',
  'Asia/Kolkata': 'Kolkata',
  'Europe/London': 'London',
};

export function zoneName(timeZone: string, timeZoneNames: ClioSwitches['timeZoneNames']): string {
  return timeZoneNames === 'rails' ? (railsNames[timeZone] ?? timeZone) : timeZone;
}
