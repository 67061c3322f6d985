/** When it is: day, start and length, in the viewer's time, with what is special about a time said in words. */
import { intlZoneClock } from '../../../../src/contract/time/intl-zone-clock';
import { shortDayText, showsOtherTime, timeText, zoneName } from '../calendar/shown-time';
import { dayAt } from '../calendar/placed-appointment';
import { startMsOf, type FormValues } from '../edit/form-values';
import { readWallTime } from '../edit/wall-time';
import { currentPlatform, type OpenForm } from '../state/console-state';
import { FormField } from './form-field';
import { useActions, useConsole } from './use-console';

/** The same moment where the CRM user lives. */
const useCrmTimeText = (values: FormValues): string => {
  const crmZone = useConsole((state) => currentPlatform(state)?.user?.timeZone ?? '');
  const startMs = startMsOf(values);
  if (crmZone === '' || startMs === undefined || !showsOtherTime(startMs, values.timeZone, crmZone))
    return '';
  return ` ${shortDayText(dayAt(startMs, crmZone))}, ${timeText(startMs, crmZone)} in ${zoneName(crmZone)}.`;
};

const ClockChangeChoice = ({ values }: { readonly values: FormValues }) => {
  const actions = useActions();
  const read = readWallTime(values, values.timeZone, intlZoneClock);
  return (
    <div role="status">
      {read && read.kind !== 'plain' ? (
        <div class="notice notice-info">
          <p>{read.explanation}</p>
          {read.kind === 'repeated' ? (
            <label class="check">
              <input
                type="checkbox"
                checked={values.isSecond}
                onChange={(event) => {
                  actions.form.change({ isSecond: event.currentTarget.checked });
                }}
              />
              The second one
            </label>
          ) : null}
        </div>
      ) : null}
    </div>
  );
};

/** In whose time they are typed, and what is special about them. */
const AboutTimes = ({ values }: { readonly values: FormValues }) => {
  const crmTime = useCrmTimeText(values);
  return (
    <div class="of-times">
      <p class="hint">
        In {zoneName(values.timeZone)}.{crmTime}
      </p>
      <ClockChangeChoice values={values} />
    </div>
  );
};

export const TimeFields = ({ form }: { readonly form: OpenForm }) => {
  const actions = useActions();
  const { values, issues, base } = form;
  const isAllDay = base?.isAllDay === true;
  const allDayHint = isAllDay ? 'It takes whole days. Change those in the CRM.' : undefined;
  const set =
    (name: 'day' | 'time' | 'durationMinutes') =>
    (event: { readonly currentTarget: HTMLInputElement }): void => {
      actions.form.change({ [name]: event.currentTarget.value });
    };
  return (
    <fieldset class="time-fields">
      <legend class="visually-hidden">When</legend>
      <FormField id="form-day" label="Date" issue={issues.day} hint={allDayHint}>
        {(field) => (
          <input
            {...field}
            type="date"
            required
            disabled={isAllDay}
            value={values.day}
            onInput={set('day')}
          />
        )}
      </FormField>
      <FormField id="form-time" label="Start" issue={issues.time}>
        {(field) => (
          <input
            {...field}
            type="time"
            required
            disabled={isAllDay}
            value={values.time}
            onInput={set('time')}
          />
        )}
      </FormField>
      <FormField id="form-duration" label="Length in minutes" issue={issues.durationMinutes}>
        {(field) => (
          <input
            {...field}
            type="number"
            min={1}
            step={1}
            required
            disabled={isAllDay}
            value={values.durationMinutes}
            onInput={set('durationMinutes')}
          />
        )}
      </FormField>
      <AboutTimes values={values} />
    </fieldset>
  );
};
