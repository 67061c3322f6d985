/** What can be done with the whole list: add to it, ask for it anew, search in it. */
import { appointmentStatuses } from '../../../../src/contract/appointment-status';
import { statusTexts } from './status-chip';
import { useActions, useConsole } from './use-console';

const FilterFields = () => {
  const { text, status } = useConsole((state) => state.filter);
  const actions = useActions();
  return (
    <div class="filters" role="search">
      <label>
        <span class="visually-hidden">Search in the list</span>
        <input
          type="search"
          placeholder="Search in the list"
          value={text}
          onInput={(event) => {
            actions.setFilter({ text: event.currentTarget.value });
          }}
        />
      </label>
      <label>
        <span class="visually-hidden">Status</span>
        <select
          value={status}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            actions.setFilter({ status: appointmentStatuses.find((known) => known === chosen) ?? 'any' });
          }}
        >
          <option value="any">Any status</option>
          {appointmentStatuses.map((known) => (
            <option key={known} value={known}>
              {statusTexts[known]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

export const Toolbar = () => {
  const actions = useActions();
  return (
    <div class="toolbar">
      <FilterFields />
      <div class="row">
        <button type="button" class="button" onClick={() => void actions.list.load({ keepShown: true })}>
          Refresh list
        </button>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            actions.form.open();
          }}
        >
          New appointment
        </button>
      </div>
    </div>
  );
};
